import type { Prices } from "../../application/pricing/ports/pricing-stores.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";

export class SqlPrices implements Prices {
  constructor(private readonly session: SqlSession) {}

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>> {
    const prices = new Map<VariantId, VariantPrice>();
    for (const chunk of toChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM pricing_variant_price WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id${forUpdate(this.session)}`,
        chunk,
      );
      for (const row of rows)
        prices.set(id<VariantId>(String(row["variant_id"])), toVariantPrice(row));
    }
    return prices;
  }

  save(prices: readonly VariantPrice[]): Promise<void> {
    return upsertRows(
      this.session,
      "pricing_variant_price",
      ["variant_id"],
      prices.map(({ variantId, price, compareAt, cost }) => ({
        variant_id: variantId,
        currency: price.currency,
        price: price.minorUnits,
        compare_at: compareAt?.minorUnits ?? null,
        cost: cost?.minorUnits ?? null,
      })),
    );
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of toChunks(ids))
      await this.session.change(
        `DELETE FROM pricing_variant_price WHERE variant_id IN (${placeholders(chunk)})`,
        chunk,
      );
  }
}

const toVariantPrice = (row: Row): VariantPrice => {
  const money = (cell: Row[string] | undefined): Money | null =>
    cell == null ? null : Money.of(Number(cell), String(row["currency"]));
  return {
    variantId: id<VariantId>(String(row["variant_id"])),
    price: Money.of(Number(row["price"]), String(row["currency"])),
    compareAt: money(row["compare_at"]),
    cost: money(row["cost"]),
  };
};
