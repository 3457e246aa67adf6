import type { PriceListId } from "../pricing/ids.js";
import type { VariantId } from "./ids.js";
import { listing, type Listing, type VariantOffer } from "./listing.js";
import type { ProductSnapshot } from "./product.js";
import { isSellable } from "./variant.js";

/** What lists of products, and whoever chooses, see of prices where a price list holds: one for every product and price list. */
export interface PriceRangeWithin extends Pick<
  Listing,
  "productId" | "priceRange" | "available" | "onSale"
> {
  readonly priceList: PriceListId;
  /** Of each variant, in order, whether it can be bought there; null where all of them have a price, and so it is there as everywhere. */
  readonly sellable: readonly boolean[] | null;
}

/** @param offers what each variant costs there; one without a price cannot be bought there, whatever its stock */
export const priceRangeWithin = (
  priceList: PriceListId,
  product: ProductSnapshot,
  offers: ReadonlyMap<VariantId, Omit<VariantOffer, "isOffered">>,
): PriceRangeWithin => {
  const { variants } = product;
  const here = new Map(
    variants.map(({ id }): readonly [VariantId, VariantOffer] => {
      const { price = null, compareAt = null, available = null } = offers.get(id) ?? {};
      return [id, { price, compareAt, available, isOffered: price !== null }];
    }),
  );
  const { priceRange, available, onSale } = listing(product, here);
  const isWhole = variants.every(({ id }) => here.get(id)?.isOffered);
  return {
    priceList,
    productId: product.id,
    priceRange,
    available,
    onSale,
    sellable: isWhole ? null : variants.map((one) => isSellable(one, here.get(one.id))),
  };
};
