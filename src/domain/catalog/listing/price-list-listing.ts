import type { VariantId } from "../ids.js";
import type { ProductSnapshot } from "../products/product-content.js";
import { isSellable } from "../variants/is-sellable.js";
import { listing, type Listing, type VariantPriceAndStock } from "./listing.js";

/**
 * The part of a product's listing that depends on prices, in the markets of one price list.
 * The id of the list is a type parameter, so that the catalogue does not depend on pricing.
 */
export interface PriceListListing<PriceListId extends string> extends Pick<
  Listing,
  "productId" | "priceRange" | "available" | "onSale"
> {
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
export const priceListListing = <PriceListId extends string>(
  priceList: PriceListId,
  product: ProductSnapshot,
  prices: ReadonlyMap<VariantId, Omit<VariantPriceAndStock, "isOffered">>,
): PriceListListing<PriceListId> => {
  const { variants } = product;
  const offered = new Map(
    variants.map(({ id }): readonly [VariantId, VariantPriceAndStock] => {
      const { price = null, compareAt = null, available = null } = prices.get(id) ?? {};
      return [id, { price, compareAt, available, isOffered: price !== null }];
    }),
  );
  const { priceRange, available, onSale } = listing(product, offered);
  const isComplete = variants.every(({ id }) => offered.get(id)?.isOffered);
  return {
    priceList,
    productId: product.id,
    priceRange,
    available,
    onSale,
    sellable: isComplete ? null : variants.map((one) => isSellable(one, offered.get(one.id))),
  };
};
