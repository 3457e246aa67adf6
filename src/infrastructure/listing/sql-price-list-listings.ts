import type { PriceListListings } from "../../application/listing/ports/listing-stores.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { PriceListListing } from "../../domain/listing/listing.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import { placeholders, toChunks, type SqlSession } from "../shared/database/sql-session.js";
import { answerColumns, toAvailableFlags } from "./answer-columns.js";

export class SqlPriceListListings implements PriceListListings {
  constructor(private readonly session: SqlSession) {}

  save(listings: readonly PriceListListing[]): Promise<void> {
    return upsertRows(
      this.session,
      "catalog_price_range",
      ["product_id", "price_list_id"],
      listings.map((listing) => ({
        product_id: listing.productId,
        price_list_id: listing.priceList,
        ...answerColumns(listing),
        sellable: listing.sellable && toAvailableFlags(listing.sellable),
      })),
    );
  }

  async missing(
    priceList: PriceListId,
    after: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]> {
    const rows = await this.session.query(
      "SELECT l.product_id FROM catalog_listing l LEFT JOIN catalog_price_range r ON r.product_id = l.product_id AND r.price_list_id = ? WHERE l.product_id > ? AND r.product_id IS NULL ORDER BY l.product_id LIMIT ?",
      [priceList, after ?? "", limit],
    );
    return rows.map((row) => id<ProductId>(String(row["product_id"])));
  }

  async present(
    priceList: PriceListId,
    after: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]> {
    const rows = await this.session.query(
      "SELECT r.product_id FROM catalog_listing l JOIN catalog_price_range r ON r.product_id = l.product_id AND r.price_list_id = ? WHERE l.product_id > ? ORDER BY l.product_id LIMIT ?",
      [priceList, after ?? "", limit],
    );
    return rows.map((row) => id<ProductId>(String(row["product_id"])));
  }

  async clear(priceList: PriceListId, limit: number): Promise<number> {
    const rows = await this.session.query(
      "SELECT product_id FROM catalog_price_range WHERE price_list_id = ? ORDER BY price_rank, product_id LIMIT ?",
      [priceList, limit],
    );
    for (const chunk of toChunks(rows.map((row) => String(row["product_id"]))))
      await this.session.change(
        `DELETE FROM catalog_price_range WHERE price_list_id = ? AND product_id IN (${placeholders(chunk)})`,
        [priceList, ...chunk],
      );
    return rows.length;
  }
}
