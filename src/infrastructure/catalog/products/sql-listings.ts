import type { Listings } from "../../../application/catalog/ports/catalog-stores.js";
import type { Listing } from "../../../domain/catalog/listing/listing.js";
import { upsertRows } from "../../shared/database/insert-rows.js";
import type { RowValues, SqlSession } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";
import { imageColumns } from "../columns/image-columns.js";
import { publicationColumns } from "../columns/publication-columns.js";

/** The price rank of products without a price: after all others. */
export const UNPRICED = Number.MAX_SAFE_INTEGER;

export class SqlListings implements Listings {
  constructor(private readonly session: SqlSession) {}

  save(listings: readonly Listing[]): Promise<void> {
    return upsertRows(this.session, "catalog_listing", ["product_id"], listings.map(toListingRow));
  }
}

const toListingRow = (listing: Listing): RowValues => ({
  product_id: listing.productId,
  status: listing.status,
  ...publicationColumns(listing.publication),
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
  ...imageColumns(listing.firstImage),
});
