import type { VariantId } from "../catalog/ids.js";
import { deepEqual } from "../shared/deep-equal.js";
import type { Money } from "../shared/money.js";
import { variantPrice, type VariantPrice } from "./variant-price.js";

/** New values for the price of a variant. Left out: keep the stored value. Null: remove it. */
export interface PriceChange {
  readonly price: Money;
  readonly compareAt?: Money | null | undefined;
  readonly cost?: Money | null | undefined;
}

/** How to undo a price change that holds for a time. */
export interface PriceReversal {
  /** The values before the change, for the fields that it changed; null when there was no price. */
  readonly to: PriceChange | null;
  /** The change itself. A price that was edited since then is not reversed. */
  readonly from: PriceChange;
}

/** @throws NegativePrice, CurrencyMismatch */
export const changedPrice = (
  variantId: VariantId,
  stored: VariantPrice | null,
  { price, compareAt, cost }: PriceChange,
): VariantPrice =>
  variantPrice({
    variantId,
    price,
    compareAt: compareAt === undefined ? (stored?.compareAt ?? null) : compareAt,
    cost: cost === undefined ? (stored?.cost ?? null) : cost,
  });

/** The reversal of a change, worked out before the change is made. */
export const priceReversal = (stored: VariantPrice | null, change: PriceChange): PriceReversal => ({
  to: stored && {
    price: stored.price,
    ...(change.compareAt !== undefined && { compareAt: stored.compareAt }),
    ...(change.cost !== undefined && { cost: stored.cost }),
  },
  from: change,
});

/** The price after a reversal: the stored price when it was edited since the change. */
export const revertedPrice = (
  variantId: VariantId,
  stored: VariantPrice | null,
  { to, from }: PriceReversal,
): VariantPrice | null => {
  const isEdited =
    !stored ||
    PRICE_FIELDS.some(
      (field) => from[field] !== undefined && !deepEqual(stored[field], from[field]),
    );
  if (isEdited) return stored;
  return to && changedPrice(variantId, stored, to);
};

const PRICE_FIELDS = ["price", "compareAt", "cost"] as const;
