import { allocate } from "../rounding/allocate.js";
import type { DiscountTarget, DiscountToApply } from "./cart-to-price.js";
import type { PricedItem } from "./priced-item.js";

/** A discount as it was applied, in minor units. */
export interface AppliedDiscount {
  readonly discount: DiscountToApply;
  /** At most what was left. */
  readonly amount: number;
  /** What was left before it. */
  readonly base: number;
}

/** Discounts on lines come first, then those on the order, then those on delivery. */
const KINDS: readonly DiscountTarget["kind"][] = ["LINES", "ORDER", "DELIVERY"];

/**
 * Applies discounts one after the other, each to what the ones before it left. A discount is split
 * over its lines in proportion to what is left of each, and never exceeds what is left.
 * @param lines and deliveries sorted by id
 * @returns the discounts in the order in which they were applied
 */
export const applyDiscounts = (
  discounts: readonly DiscountToApply[],
  lines: readonly PricedItem[],
  deliveries: readonly PricedItem[],
): readonly AppliedDiscount[] =>
  KINDS.flatMap((kind) =>
    discounts
      .filter(({ target }) => target.kind === kind)
      .map((discount) => applyDiscount(discount, itemsOf(discount, lines, deliveries))),
  );

const itemsOf = (
  { target }: DiscountToApply,
  lines: readonly PricedItem[],
  deliveries: readonly PricedItem[],
): readonly PricedItem[] => {
  if (target.kind === "ORDER") return lines;
  if (target.kind === "DELIVERY")
    return deliveries.filter(({ id }) => target.delivery === null || target.delivery === id);
  const ids = new Set(target.lines);
  return lines.filter(({ id }) => ids.has(id));
};

const applyDiscount = (
  discount: DiscountToApply,
  items: readonly PricedItem[],
): AppliedDiscount => {
  const left = items.map(({ amount }) => amount);
  const base = left.reduce((sum, amount) => sum + amount, 0);
  const amount = Math.min(discount.amount.minorUnits, base);
  const isLimited = amount < discount.amount.minorUnits;
  const shares = allocate(amount, left);
  const facts = { discount: discount.id };
  for (let index = 0; index < shares.length; index += 1) {
    const share = shares[index] ?? 0;
    if (share > 0) items[index]?.deduct(share, discount.reason, facts, isLimited);
  }
  return { discount, amount, base };
};
