import type { VariantId } from "../../../domain/catalog/ids.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { StockItem } from "../../inventory/inventory.js";
import { variantPrice, type VariantPrice } from "../../pricing/pricing.js";

/** What becomes of a figure of a variant: a new state to be stored, null to take it away, undefined to leave it alone. */
export type Change<State> = State | null | undefined;

/** Figures as people write them: decimals with a point in the shop's currency. Left out means "as it is", null "none". */
export interface Figures {
  readonly price?: string | null | undefined;
  readonly compareAt?: string | null | undefined;
  readonly cost?: string | null | undefined;
  readonly onHand?: number | null | undefined;
}

/**
 * A variant without a price has neither a crossed-out price nor a cost.
 * @param withoutPrice called with such figures where they are given all the same
 * @throws Refused with NegativePrice, InvalidAmount; CurrencyMismatch
 */
export const planPrice = (
  variantId: VariantId,
  given: Figures,
  stored: VariantPrice | undefined,
  currency: string,
  withoutPrice: (figures: readonly ("compareAt" | "cost")[]) => void,
): Change<VariantPrice> => {
  const problems = new Problems();
  const money = (figure: "price" | "compareAt" | "cost"): Money | null => {
    const text = given[figure];
    return text === undefined
      ? (stored?.[figure] ?? null)
      : text === null
        ? null
        : (problems.attempt(() => Money.parse(text, currency), figure) ?? null);
  };
  const [price, compareAt, cost] = [money("price"), money("compareAt"), money("cost")];
  problems.throwIfAny();
  if (!price) {
    const lost = (["compareAt", "cost"] as const).filter((figure) => given[figure] != null);
    if (lost.length > 0) withoutPrice(lost);
    return stored ? null : undefined;
  }
  const next = variantPrice({ variantId, price, compareAt, cost });
  return stored &&
    equal(stored.price, price) &&
    equal(stored.compareAt, compareAt) &&
    equal(stored.cost, cost)
    ? undefined
    : next;
};

/**
 * Stock that nobody is to know of any more goes, unless units are promised.
 * @param promised called with how many are
 * @throws InvalidQuantity
 */
export const planStock = (
  variantId: VariantId,
  { onHand }: Figures,
  stored: StockItem | undefined,
  promised: (units: number) => void,
): Change<StockItem> => {
  if (onHand === undefined) return undefined;
  if (onHand !== null) {
    if (!stored) return StockItem.stock(variantId, onHand);
    return stored.count(onHand) ? stored : undefined;
  }
  if (!stored) return undefined;
  const { reserved } = stored.snapshot();
  if (reserved === 0) return null;
  promised(reserved);
  return undefined;
};

const equal = (a: Money | null, b: Money | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);
