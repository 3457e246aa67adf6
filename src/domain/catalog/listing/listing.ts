import {
  listingAnswers,
  type ListingAnswers,
  type VariantPriceAndStock,
} from "../../listing/listing.js";
import { fold } from "../../shared/text.js";
import type { VariantId } from "../ids.js";
import type { Media } from "../images/media.js";
import type { ProductSnapshot } from "../products/product-content.js";

/** What lists show of the content of a product, and by which they are filtered and sorted. */
export interface ListingContent {
  readonly productId: ProductSnapshot["id"];
  readonly status: ProductSnapshot["status"];
  readonly publication: ProductSnapshot["publication"];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly foldedTitle: string;
  readonly foldedVendor: string;
  readonly foldedType: string;
  readonly firstImage: Media | null;
}

/** The listing of a product: its content, and the answers about prices and stock. Stored. */
export interface Listing extends ListingContent, ListingAnswers {}

export const listingContent = (product: ProductSnapshot): ListingContent => ({
  productId: product.id,
  status: product.status,
  publication: product.publication,
  createdAt: product.createdAt,
  updatedAt: product.updatedAt,
  foldedTitle: fold(product.title),
  foldedVendor: fold(product.vendor),
  foldedType: fold(product.productType),
  firstImage: product.media[0] ?? null,
});

/**
 * The listing of a product.
 * @param pricesAndStock of each variant, with all prices in one currency
 */
export const listing = (
  product: ProductSnapshot,
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): Listing => ({
  ...listingContent(product),
  ...listingAnswers(product.variants, pricesAndStock),
});
