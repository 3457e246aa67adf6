import type { VariantId } from "../catalog/ids.js";
import type { Money } from "../shared/money.js";
import { isSellable, type SaleTerms, type SellingPolicy } from "./is-sellable.js";

export interface VariantPriceAndStock extends Pick<SaleTerms, "available"> {
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
  readonly priceRange: MoneyRange | null;
  /** Whether at least one variant can be bought. */
  readonly available: boolean;
  readonly onSale: boolean;
  /** The lowest and highest compare-at price of the variants on sale; null when none is. */
  readonly compareAtRange: MoneyRange | null;
}

export interface MoneyRange {
  readonly min: Money;
  readonly max: Money;
}

/** Whether a variant can be bought at its price; without a price it cannot, whatever its stock. */
export const canBeBought = (
  variant: SellingPolicy,
  terms: Pick<VariantPriceAndStock, "price" | "available"> | undefined,
): boolean =>
  isSellable(variant, { available: terms?.available ?? null, isOffered: terms?.price != null });

/** @param pricesAndStock of each variant, with all prices in one currency */
export const listingAnswers = (
  variants: readonly ListedVariant[],
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): ListingAnswers => {
  const own = variants.flatMap(({ id }) => pricesAndStock.get(id) ?? []);
  const compareAtRange = rangeOf(
    own.flatMap((one) => (isOnSale(one) && one.compareAt ? one.compareAt : [])),
  );
  return {
    priceRange: rangeOf(own.flatMap(({ price }) => price ?? [])),
    available: variants.some((one) => canBeBought(one, pricesAndStock.get(one.id))),
    onSale: compareAtRange !== null,
    compareAtRange,
  };
};

const rangeOf = (amounts: readonly Money[]): MoneyRange | null => {
  const byAmount = amounts.toSorted((a, b) => a.minorUnits - b.minorUnits);
  const [min, max] = [byAmount.at(0), byAmount.at(-1)];
  return min && max ? { min, max } : null;
};
