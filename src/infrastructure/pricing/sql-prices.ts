import type { Prices } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import { priceEventsOf } from "../../domain/pricing/events.js";
import { OwnPrice, type OwnPriceSnapshot } from "../../domain/pricing/own-price.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";
import { id } from "../../domain/shared/id.js";
import { changeOf } from "../shared/database/aggregate-change.js";
import { insertRows } from "../shared/database/insert-rows.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type RowValues,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { savePriceRows } from "./save-price-rows.js";
import { PRICE_HISTORY, writePriceHistory } from "./write-price-history.js";

const TABLE = "pricing_variant_price";

export class SqlPrices implements Prices {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async lock(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, OwnPrice>> {
    const prices = new Map<VariantId, OwnPrice>();
    for (const chunk of toChunks([...new Set(ids)].toSorted())) {
      // One statement for both, because the variant is locked before its price. A price without a
      // row is locked by its variant.
      const rows = await this.session.query(
        `SELECT v.id, v.product_id, p.currency, p.price, p.compare_at, p.cost, p.version FROM catalog_variant v LEFT JOIN ${TABLE} p ON p.variant_id = v.id WHERE v.id IN (${placeholders(chunk)}) ORDER BY v.id${forUpdate(this.session)}`,
        chunk,
      );
      for (const row of rows) {
        const price = OwnPrice.restore(toOwnPrice(row));
        prices.set(price.variantId, price);
      }
    }
    return prices;
  }

  async save(prices: readonly OwnPrice[]): Promise<void> {
    const changes = prices.flatMap((price) => changeOf(price) ?? []);
    await savePriceRows(
      this.session,
      { table: TABLE, idColumn: "variant_id" },
      changes.map(({ snapshot: { variantId, price, version }, replaces }) => ({
        id: variantId,
        replaces,
        row: price && toPriceRow(price, version),
      })),
    );
    const now = this.clock.now();
    await writePriceHistory(this.session, now, prices);
    await appendToOutbox(
      this.session,
      now,
      changes.map(({ snapshot, events }) => ({
        aggregateId: priceEventsOf(snapshot.variantId),
        events,
      })),
    );
  }

  async add(prices: readonly VariantPrice[]): Promise<void> {
    await insertRows(
      this.session,
      TABLE,
      prices.map((price) => toPriceRow(price, 1)),
    );
    await writePriceHistory(
      this.session,
      this.clock.now(),
      prices.map((price) => ({ variantId: price.variantId, before: null, price })),
    );
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const table of [TABLE, PRICE_HISTORY])
      for (const chunk of toChunks(ids.toSorted()))
        await this.session.change(
          `DELETE FROM ${table} WHERE variant_id IN (${placeholders(chunk)})`,
          chunk,
        );
  }
}

const toPriceRow = (
  { variantId, price, compareAt, cost }: VariantPrice,
  version: number,
): RowValues => ({
  variant_id: variantId,
  currency: price.currency,
  price: price.minorUnits,
  compare_at: compareAt?.minorUnits ?? null,
  cost: cost?.minorUnits ?? null,
  version,
});

const toOwnPrice = (row: Row): OwnPriceSnapshot => {
  const [variantId, price] = [id<VariantId>(String(row["id"])), moneyOfRow(row, "price")];
  return {
    variantId,
    productId: id<ProductId>(String(row["product_id"])),
    price: price && {
      variantId,
      price,
      compareAt: moneyOfRow(row, "compare_at"),
      cost: moneyOfRow(row, "cost"),
    },
    version: Number(row["version"] ?? 0),
  };
};
