import type { PriceRanges } from "../../application/catalog/ports.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { PriceRangeWithin } from "../../domain/catalog/price-range.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { inChunks, placeholders, upsertRows, type SqlSession } from "../shared/sql.js";
import { toAvailability } from "./choice-rows.js";
import { UNPRICED } from "./typeorm-listings.js";

export class TypeormPriceRanges implements PriceRanges {
  constructor(private readonly session: SqlSession) {}

  save(ranges: readonly PriceRangeWithin[]): Promise<void> {
    return upsertRows(
      this.session,
      "catalog_price_range",
      ["product_id", "price_list_id"],
      ranges.map(({ productId, priceList, priceRange, available, onSale, sellable }) => ({
        product_id: productId,
        price_list_id: priceList,
        currency: priceRange?.min.currency ?? null,
        min_price: priceRange?.min.minorUnits ?? null,
        max_price: priceRange?.max.minorUnits ?? null,
        price_rank: priceRange?.min.minorUnits ?? UNPRICED,
        available,
        on_sale: onSale,
        sellable: sellable && toAvailability(sellable),
      })),
    );
  }

  async missing(
    priceList: PriceListId,
    behind: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]> {
    const rows = await this.session.query(
      "SELECT l.product_id FROM catalog_listing l LEFT JOIN catalog_price_range r ON r.product_id = l.product_id AND r.price_list_id = ? WHERE l.product_id > ? AND r.product_id IS NULL ORDER BY l.product_id LIMIT ?",
      [priceList, behind ?? "", limit],
    );
    return rows.map((row) => id<ProductId>(String(row["product_id"])));
  }

  async clear(priceList: PriceListId, limit: number): Promise<number> {
    const rows = await this.session.query(
      "SELECT product_id FROM catalog_price_range WHERE price_list_id = ? ORDER BY price_rank, product_id LIMIT ?",
      [priceList, limit],
    );
    for (const chunk of inChunks(rows.map((row) => String(row["product_id"]))))
      await this.session.change(
        `DELETE FROM catalog_price_range WHERE price_list_id = ? AND product_id IN (${placeholders(chunk)})`,
        [priceList, ...chunk],
      );
    return rows.length;
  }
}
