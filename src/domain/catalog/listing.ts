import type { Money } from "../shared/money.js";
import { fold } from "../shared/text.js";
import type { Media } from "./media.js";
import type { ProductSnapshot } from "./product.js";
import { isSellable, type SaleTerms } from "./variant.js";
import type { VariantId } from "./ids.js";

/** What a list of products shows and is filtered and sorted by, worked out once when the product, a price or a stock figure changes. */
export interface Listing {
  readonly productId: ProductSnapshot["id"];
  readonly status: ProductSnapshot["status"];
  readonly publication: ProductSnapshot["publication"];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly foldedTitle: string;
  readonly foldedVendor: string;
  readonly foldedType: string;
  /** The lowest and highest price over all variants that have one; null while none has. */
  readonly priceRange: { readonly min: Money; readonly max: Money } | null;
  /** Whether at least one variant can be bought. */
  readonly available: boolean;
  readonly onSale: boolean;
  readonly firstImage: Media | null;
}

export interface VariantOffer extends SaleTerms {
  readonly price: Money | null;
  readonly compareAt: Money | null;
}

/** The listing of a product out of what catalog, pricing and inventory know of it. All prices are in one currency. */
export const listing = (
  product: ProductSnapshot,
  offers: ReadonlyMap<VariantId, VariantOffer>,
): Listing => {
  const prices = product.variants.flatMap(({ id }) => offers.get(id)?.price ?? []);
  const byAmount = prices.toSorted((a, b) => a.minorUnits - b.minorUnits);
  const [min, max] = [byAmount.at(0), byAmount.at(-1)];
  return {
    productId: product.id,
    status: product.status,
    publication: product.publication,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    foldedTitle: fold(product.title),
    foldedVendor: fold(product.vendor),
    foldedType: fold(product.productType),
    priceRange: min && max ? { min, max } : null,
    available: product.variants.some((variant) => isSellable(variant, offers.get(variant.id))),
    onSale: product.variants.some(({ id }) => isOnSale(offers.get(id))),
    firstImage: product.media[0] ?? null,
  };
};

/** A price is reduced when the crossed-out price stands above it. */
export const isOnSale = (offer: Pick<VariantOffer, "price" | "compareAt"> | undefined): boolean =>
  offer?.price != null && offer.compareAt !== null && offer.compareAt.isAbove(offer.price);
