import type { Listings } from "../../application/catalog/ports.js";
import type { Listing } from "../../domain/catalog/listing.js";
import { toSqlTime, upsertRows, type RowValues, type SqlSession } from "../shared/sql.js";
import { toImageColumns } from "./collection-rows.js";
import { toPublicationColumns } from "./product-rows.js";

/** Where products without a price stand when a list is sorted by price: behind all others. */
export const UNPRICED = Number.MAX_SAFE_INTEGER;

export class TypeormListings implements Listings {
  constructor(private readonly session: SqlSession) {}

  save(listings: readonly Listing[]): Promise<void> {
    return upsertRows(this.session, "catalog_listing", ["product_id"], listings.map(toListingRow));
  }
}

const toListingRow = (listing: Listing): RowValues => ({
  product_id: listing.productId,
  status: listing.status,
  ...toPublicationColumns(listing.publication),
  created_at: toSqlTime(listing.createdAt),
  updated_at: toSqlTime(listing.updatedAt),
  folded_title: listing.foldedTitle.slice(0, 255),
  folded_vendor: listing.foldedVendor.slice(0, 255),
  folded_type: listing.foldedType.slice(0, 255),
  currency: listing.priceRange?.min.currency ?? null,
  min_price: listing.priceRange?.min.minorUnits ?? null,
  max_price: listing.priceRange?.max.minorUnits ?? null,
  price_rank: listing.priceRange?.min.minorUnits ?? UNPRICED,
  available: listing.available,
  on_sale: listing.onSale,
  ...toImageColumns(listing.firstImage),
});
