import type { VariantId } from "../catalog/ids.js";
import type { Money } from "../shared/money.js";
import { isSellable, type SaleTerms, type SellingPolicy } from "./is-sellable.js";

export interface VariantPriceAndStock extends SaleTerms {
  readonly price: Money | null;
  readonly compareAt: Money | null;
}

/** A variant is on sale if its compare-at price is above its price. */
export const isOnSale = (
  variant: Pick<VariantPriceAndStock, "price" | "compareAt"> | undefined,
): boolean =>
  variant?.price != null && variant.compareAt !== null && variant.compareAt.isAbove(variant.price);

/** A variant as lists see it. */
export interface ListedVariant extends SellingPolicy {
  readonly id: VariantId;
}

/** What lists show of the prices and the stock of a product. */
export interface ListingAnswers {
  /** The lowest and highest price of the variants; null if none has a price. */
  readonly priceRange: { readonly min: Money; readonly max: Money } | null;
  /** Whether at least one variant can be bought. */
  readonly available: boolean;
  readonly onSale: boolean;
}

/** @param pricesAndStock of each variant, with all prices in one currency */
export const listingAnswers = (
  variants: readonly ListedVariant[],
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): ListingAnswers => {
  const prices = variants.flatMap(({ id }) => pricesAndStock.get(id)?.price ?? []);
  const byAmount = prices.toSorted((a, b) => a.minorUnits - b.minorUnits);
  const [min, max] = [byAmount.at(0), byAmount.at(-1)];
  return {
    priceRange: min && max ? { min, max } : null,
    available: variants.some((one) => isSellable(one, pricesAndStock.get(one.id))),
    onSale: variants.some(({ id }) => isOnSale(pricesAndStock.get(id))),
  };
};
