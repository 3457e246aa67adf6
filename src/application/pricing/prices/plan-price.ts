import type { VariantId } from "../../../domain/catalog/ids.js";
import { variantPrice, type VariantPrice } from "../../../domain/pricing/variant-price.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";

/**
 * The own price of a variant: decimals with a point in the shop's currency. A field that is left
 * out stays, null removes it.
 */
export interface PriceInput {
  readonly price?: string | null | undefined;
  readonly compareAt?: string | null | undefined;
  readonly cost?: string | null | undefined;
}

/**
 * Works out the change of a price. A variant without a price has neither a crossed-out price nor a
 * cost.
 * @param onFieldsWithoutPrice receives such fields when the input has them without a price
 * @returns the new price, null to remove it, undefined when nothing changes
 * @throws Refused with NegativePrice, InvalidAmount; CurrencyMismatch
 */
export const planPrice = (
  variantId: VariantId,
  input: PriceInput,
  stored: VariantPrice | null | undefined,
  currency: string,
  onFieldsWithoutPrice: (fields: readonly ("compareAt" | "cost")[]) => void,
): VariantPrice | null | undefined => {
  const problems = new Problems();
  const money = (field: (typeof FIELDS)[number]): Money | null => {
    const text = input[field];
    if (text === undefined) return stored?.[field] ?? null;
    return text === null
      ? null
      : (problems.collect(() => Money.parse(text, currency), field) ?? null);
  };
  const [price, compareAt, cost] = [money("price"), money("compareAt"), money("cost")];
  problems.throwIfAny();
  if (!price) {
    const withoutPrice = (["compareAt", "cost"] as const).filter((field) => input[field] != null);
    if (withoutPrice.length > 0) onFieldsWithoutPrice(withoutPrice);
    return stored ? null : undefined;
  }
  const next = variantPrice({ variantId, price, compareAt, cost });
  return stored && FIELDS.every((field) => deepEqual(stored[field], next[field]))
    ? undefined
    : next;
};

/** Whether an input says anything about the price. */
export const isAboutPrice = (input: PriceInput): boolean =>
  FIELDS.some((field) => input[field] !== undefined);

const FIELDS = ["price", "compareAt", "cost"] as const;
