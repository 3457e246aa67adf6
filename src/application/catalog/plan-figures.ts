import type { Remark, VariantSheet } from "./product-sheet.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { StockItem } from "../inventory/inventory.js";
import { variantPrice, type VariantPrice } from "../pricing/pricing.js";
import { Money } from "../../domain/shared/money.js";

/** What becomes of a figure of a variant: a new state to be stored, null to take it away, undefined to leave it alone. */
export type Change<State> = State | null | undefined;

/** @throws NegativePrice, CurrencyMismatch, InvalidAmount */
export const planPrice = (variantId: VariantId, sheet: VariantSheet, stored: VariantPrice | undefined, currency: string, warn: (remark: Remark) => void): Change<VariantPrice> => {
  const money = (given: string | null | undefined, before: Money | null): Money | null => (given === undefined ? before : given === null ? null : Money.parse(given, currency));
  const price = money(sheet.price, stored?.price ?? null);
  const compareAt = money(sheet.compareAt, stored?.compareAt ?? null);
  const cost = money(sheet.cost, stored?.cost ?? null);
  if (!price) {
    if (sheet.compareAt || sheet.cost) warn(withoutPrice(sheet));
    return stored ? null : undefined;
  }
  const next = variantPrice({ variantId, price, compareAt, cost });
  return stored && equal(stored.price, price) && equal(stored.compareAt, compareAt) && equal(stored.cost, cost) ? undefined : next;
};

/** @throws InvalidQuantity */
export const planStock = (variantId: VariantId, sheet: VariantSheet, stored: StockItem | undefined, warn: (remark: Remark) => void): Change<StockItem> => {
  const { onHand } = sheet;
  if (onHand === undefined) return undefined;
  if (onHand !== null) {
    if (!stored) return StockItem.stock(variantId, onHand);
    return stored.count(onHand) ? stored : undefined;
  }
  if (!stored) return undefined;
  if (stored.snapshot().reserved === 0) return null;
  warn(promised(sheet));
  return undefined;
};

const equal = (a: Money | null, b: Money | null): boolean => (a === null || b === null ? a === b : a.equals(b));

const withoutPrice = ({ place, compareAt, cost }: VariantSheet): Remark => ({
  line: place.line,
  column: null,
  code: "FIGURES_WITHOUT_PRICE",
  value: compareAt ?? cost ?? null,
  reason: "A compare-at price or a cost is given without a price, so it is left out.",
  advice: "Fill the price and import again.",
});

const promised = ({ place }: VariantSheet): Remark => ({
  line: place.line,
  column: null,
  code: "STOCK_PROMISED",
  value: null,
  reason: "The quantity is blank, but units are promised to buyers: the stored figure stays.",
  advice: "Give the quantity that is on hand.",
});
