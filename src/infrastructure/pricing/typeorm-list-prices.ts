import type { ListPriceKey, ListPrices } from "../../application/pricing/ports.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { ListPrice } from "../../domain/pricing/list-price.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { groupBy } from "../shared/grouped-reads.js";
import { inChunks, placeholders, upsertRows, type Row, type SqlSession } from "../shared/sql.js";

export class TypeormListPrices implements ListPrices {
  constructor(private readonly session: SqlSession) {}

  async byVariant(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>> {
    const prices = new Map<VariantId, readonly ListPrice[]>();
    for (const chunk of inChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM pricing_list_price WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id, price_list_id`,
        chunk,
      );
      for (const [variant, own] of groupBy(rows, "variant_id"))
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
      for (const chunk of inChunks(
        keys.filter(({ priceList }) => priceList === list).map(({ variantId }) => variantId),
      ))
        await this.session.change(
          `DELETE FROM pricing_list_price WHERE price_list_id = ? AND variant_id IN (${placeholders(chunk)})`,
          [list, ...chunk],
        );
  }

  async forget(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of inChunks(ids))
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
