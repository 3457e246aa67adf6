import type { PriceListId } from "../pricing/ids.js";
import type { VariantId } from "./ids.js";
import { listing, type Listing, type VariantOffer } from "./listing.js";
import type { ProductSnapshot } from "./product.js";
import { isSellable } from "./variant.js";

/** What a list of products shows of prices where a price list holds: one for every product and price list. */
export interface PriceRangeWithin extends Pick<Listing, "productId" | "priceRange" | "available" | "onSale"> {
  readonly priceList: PriceListId;
}

/** @param offers what each variant costs there; one without a price cannot be bought there, whatever its stock */
export const priceRangeWithin = (priceList: PriceListId, product: ProductSnapshot, offers: ReadonlyMap<VariantId, VariantOffer>): PriceRangeWithin => {
  const { priceRange, onSale } = listing(product, offers);
  const available = product.variants.some((variant) => offers.get(variant.id)?.price != null && isSellable(variant, offers.get(variant.id)?.available ?? null));
  return { priceList, productId: product.id, priceRange, available, onSale };
};
