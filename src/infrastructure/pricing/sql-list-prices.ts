import type { ListPriceKey, ListPrices } from "../../application/pricing/ports/pricing-stores.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { ListPrice } from "../../domain/pricing/list-price.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { groupRows } from "../shared/database/group-rows.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";

export class SqlListPrices implements ListPrices {
  constructor(private readonly session: SqlSession) {}

  async byVariant(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>> {
    const prices = new Map<VariantId, readonly ListPrice[]>();
    for (const chunk of toChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM pricing_list_price WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id, price_list_id`,
        chunk,
      );
      for (const [variant, own] of groupRows(rows, "variant_id"))
        prices.set(id<VariantId>(variant), own.map(toListPrice));
    }
    return prices;
  }

  save(prices: readonly ListPrice[]): Promise<void> {
    return upsertRows(
      this.session,
      "pricing_list_price",
      ["variant_id", "price_list_id"],
      prices.map(({ variantId, priceList, price, compareAt }) => ({
        variant_id: variantId,
        price_list_id: priceList,
        currency: price.currency,
        price: price.minorUnits,
        compare_at: compareAt?.minorUnits ?? null,
      })),
    );
  }

  async remove(keys: readonly ListPriceKey[]): Promise<void> {
    for (const list of new Set(keys.map(({ priceList }) => priceList)))
      for (const chunk of toChunks(
        keys.filter(({ priceList }) => priceList === list).map(({ variantId }) => variantId),
      ))
        await this.session.change(
          `DELETE FROM pricing_list_price WHERE price_list_id = ? AND variant_id IN (${placeholders(chunk)})`,
          [list, ...chunk],
        );
  }

  async removeOfVariants(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of toChunks(ids))
      await this.session.change(
        `DELETE FROM pricing_list_price WHERE variant_id IN (${placeholders(chunk)})`,
        chunk,
      );
  }

  async clear(priceList: PriceListId, limit: number): Promise<number> {
    const rows = await this.session.query(
      "SELECT variant_id FROM pricing_list_price WHERE price_list_id = ? ORDER BY variant_id LIMIT ?",
      [priceList, limit],
    );
    await this.remove(
      rows.map((row) => ({ priceList, variantId: id<VariantId>(String(row["variant_id"])) })),
    );
    return rows.length;
  }
}

export const toListPrice = (row: Row): ListPrice => {
  const money = (cell: Row[string] | undefined): Money =>
    Money.of(Number(cell), String(row["currency"]));
  return {
    priceList: id<PriceListId>(String(row["price_list_id"])),
    variantId: id<VariantId>(String(row["variant_id"])),
    price: money(row["price"]),
    compareAt: row["compare_at"] == null ? null : money(row["compare_at"]),
  };
};
