import type { Money } from "../../shared/money.js";
import { fold } from "../../shared/text.js";
import type { VariantId } from "../ids.js";
import type { Media } from "../images/media.js";
import type { ProductSnapshot } from "../products/product-content.js";
import { isSellable, type SaleTerms } from "../variants/is-sellable.js";

/**
 * The values by which lists of products are shown, filtered and sorted. Stored, and updated when
 * the product, a price or stock changes.
 */
export interface Listing {
  readonly productId: ProductSnapshot["id"];
  readonly status: ProductSnapshot["status"];
  readonly publication: ProductSnapshot["publication"];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly foldedTitle: string;
  readonly foldedVendor: string;
  readonly foldedType: string;
  /** The lowest and highest price of the variants; null if none has a price. */
  readonly priceRange: { readonly min: Money; readonly max: Money } | null;
  /** Whether at least one variant can be bought. */
  readonly available: boolean;
  readonly onSale: boolean;
  readonly firstImage: Media | null;
}

export interface VariantPriceAndStock extends SaleTerms {
  readonly price: Money | null;
  readonly compareAt: Money | null;
}

/**
 * The listing of a product.
 * @param pricesAndStock of each variant, with all prices in one currency
 */
export const listing = (
  product: ProductSnapshot,
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): Listing => {
  const prices = product.variants.flatMap(({ id }) => pricesAndStock.get(id)?.price ?? []);
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
    available: product.variants.some((one) => isSellable(one, pricesAndStock.get(one.id))),
    onSale: product.variants.some(({ id }) => isOnSale(pricesAndStock.get(id))),
    firstImage: product.media[0] ?? null,
  };
};

/** A variant is on sale if its compare-at price is above its price. */
export const isOnSale = (
  variant: Pick<VariantPriceAndStock, "price" | "compareAt"> | undefined,
): boolean =>
  variant?.price != null && variant.compareAt !== null && variant.compareAt.isAbove(variant.price);
