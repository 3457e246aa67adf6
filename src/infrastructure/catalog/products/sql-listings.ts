import type { Listings } from "../../../application/catalog/ports/catalog-stores.js";
import type { Listing, ListingContent } from "../../../domain/catalog/listing/listing.js";
import type { ListingAnswers } from "../../../domain/listing/listing.js";
import { answerColumns } from "../../listing/listing.js";
import { upsertRows } from "../../shared/database/insert-rows.js";
import type { RowValues, SqlSession } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";
import { imageColumns } from "../columns/image-columns.js";
import { publicationColumns } from "../columns/publication-columns.js";

export class SqlListings implements Listings {
  constructor(private readonly session: SqlSession) {}

  save(listings: readonly Listing[]): Promise<void> {
    return upsertRows(this.session, TABLE, ["product_id"], listings.map(toListingRow));
  }

  /** An INSERT needs all columns, so the answers are there, but only the content is replaced. */
  saveContent(contents: readonly ListingContent[]): Promise<void> {
    const rows = contents
      .toSorted((a, b) => (a.productId < b.productId ? -1 : 1))
      .map((content) => toListingRow({ ...content, ...NO_ANSWERS }));
    return upsertRows(
      this.session,
      TABLE,
      ["product_id"],
      rows,
      Object.keys(answerColumns(NO_ANSWERS)),
    );
  }
}

const TABLE = "catalog_listing";
const NO_ANSWERS: ListingAnswers = {
  priceRange: null,
  available: false,
  onSale: false,
  compareAtRange: null,
};

const toListingRow = (listing: Listing): RowValues => ({
  product_id: listing.productId,
  status: listing.status,
  ...publicationColumns(listing.publication),
  created_at: toSqlTime(listing.createdAt),
  updated_at: toSqlTime(listing.updatedAt),
  folded_title: listing.foldedTitle.slice(0, 255),
  folded_vendor: listing.foldedVendor.slice(0, 255),
  folded_type: listing.foldedType.slice(0, 255),
  ...answerColumns(listing),
  ...imageColumns(listing.firstImage),
});
