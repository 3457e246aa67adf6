import type { VariantId } from "../catalog/ids.js";
import { same } from "../shared/same.js";
import type { Money } from "../shared/money.js";
import { variantPrice, type VariantPrice } from "./variant-price.js";

/** What becomes of the price of a variant: left out means "as it is", null "none". */
export interface PriceChange {
  readonly price: Money;
  readonly compareAt?: Money | null | undefined;
  readonly cost?: Money | null | undefined;
}

/** How a price that holds for a time goes back. */
export interface PriceReturn {
  /** What held before of what was changed; null where there was no price. */
  readonly to: PriceChange | null;
  /** What was changed: whoever has set something else meanwhile has the last word. */
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

/** The way back from a change, found out before it is made. */
export const wayBack = (stored: VariantPrice | null, change: PriceChange): PriceReturn => ({
  to: stored && {
    price: stored.price,
    ...(change.compareAt !== undefined && { compareAt: stored.compareAt }),
    ...(change.cost !== undefined && { cost: stored.cost }),
  },
  from: change,
});

/** The price once it has gone back: as it is, where somebody has set another one meanwhile. */
export const returnedPrice = (
  variantId: VariantId,
  stored: VariantPrice | null,
  { to, from }: PriceReturn,
): VariantPrice | null => {
  if (
    !stored ||
    FIGURES.some((figure) => from[figure] !== undefined && !same(stored[figure], from[figure]))
  )
    return stored;
  return to && changedPrice(variantId, stored, to);
};

const FIGURES = ["price", "compareAt", "cost"] as const;
