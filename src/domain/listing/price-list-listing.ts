import type { ProductId, VariantId } from "../catalog/ids.js";
import type { PriceListId } from "../pricing/ids.js";
import {
  canBeBought,
  listingAnswers,
  type ListedVariant,
  type ListingAnswers,
  type VariantPriceAndStock,
} from "./listing-answers.js";

/** The listing of a product in the markets of one price list. */
export interface PriceListListing extends ListingAnswers {
  readonly productId: ProductId;
  readonly priceList: PriceListId;
  /**
   * For each variant, in order: whether it can be bought. Null if all variants have a price in the
   * list and one of their own, so that they can be bought as in every other market.
   */
  readonly sellable: readonly boolean[] | null;
}

/**
 * @param prices price and stock of each variant in the price list. A variant without a price cannot
 * be bought, whatever its stock.
 * @param own the same at own prices
 */
export const priceListListing = (
  priceList: PriceListId,
  { id: productId, variants }: ListedProduct,
  prices: ReadonlyMap<VariantId, VariantPriceAndStock>,
  own: ReadonlyMap<VariantId, VariantPriceAndStock>,
): PriceListListing => {
  const isComplete = variants.every(
    ({ id }) => prices.get(id)?.price != null && own.get(id)?.price != null,
  );
  return {
    priceList,
    productId,
    ...listingAnswers(variants, prices),
    sellable: isComplete ? null : variants.map((one) => canBeBought(one, prices.get(one.id))),
  };
};

/** A product with its variants in order. */
export interface ListedProduct {
  readonly id: ProductId;
  readonly variants: readonly ListedVariant[];
}
