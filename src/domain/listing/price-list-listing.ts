import type { ProductId, VariantId } from "../catalog/ids.js";
import type { PriceListId } from "../pricing/ids.js";
import { isSellable } from "./is-sellable.js";
import {
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
   * list, so that they can be bought as in every other market.
   */
  readonly sellable: readonly boolean[] | null;
}

/**
 * @param prices price and stock of each variant in the price list. A variant without a price cannot
 * be bought, whatever its stock.
 */
export const priceListListing = (
  priceList: PriceListId,
  { id: productId, variants }: ListedProduct,
  prices: ReadonlyMap<VariantId, Omit<VariantPriceAndStock, "isOffered">>,
): PriceListListing => {
  const offered = new Map(
    variants.map(({ id }): readonly [VariantId, VariantPriceAndStock] => {
      const { price = null, compareAt = null, available = null } = prices.get(id) ?? {};
      return [id, { price, compareAt, available, isOffered: price !== null }];
    }),
  );
  const isComplete = variants.every(({ id }) => offered.get(id)?.isOffered);
  return {
    priceList,
    productId,
    ...listingAnswers(variants, offered),
    sellable: isComplete ? null : variants.map((one) => isSellable(one, offered.get(one.id))),
  };
};

/** A product with its variants in order. */
export interface ListedProduct {
  readonly id: ProductId;
  readonly variants: readonly ListedVariant[];
}
