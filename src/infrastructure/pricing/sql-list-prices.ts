import type { ListPrices } from "../../application/pricing/ports/pricing-stores.js";
import type { Clock } from "../../application/shared/clock.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import { priceEventsOf } from "../../domain/pricing/events.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { ListPrice } from "../../domain/pricing/list-price.js";
import type { PriceInList } from "../../domain/pricing/price-in-list.js";
import { PricesInList } from "../../domain/pricing/prices-in-list.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { changeOf, type AggregateChange } from "../shared/database/aggregate-change.js";
import { groupRows } from "../shared/database/group-rows.js";
import { insertRows } from "../shared/database/insert-rows.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import {
  forUpdate,
  placeholders,
  sharedLock,
  toChunks,
  type Row,
  type RowValues,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { appendToOutbox } from "../shared/worker/append-to-outbox.js";
import { savePriceRows } from "./save-price-rows.js";
import { writePriceHistory } from "./write-price-history.js";

const TABLE = "pricing_list_price";

export class SqlListPrices implements ListPrices {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async lock(priceList: PriceListId, ids: readonly VariantId[]): ReturnType<ListPrices["lock"]> {
    const prices = new Map<VariantId, PricesInList>();
    let list: LockedList | null = null;
    for (const chunk of toChunks([...new Set(ids)].toSorted())) {
      // One statement: the subquery shares the lock of the list first, with others that set prices
      // in it. Its key and its currency never change, and contain no space.
      const rows = await this.session.query(
        `SELECT (${lockedList(this.session)}) AS list, v.id, v.product_id, p.price_list_id, p.variant_id, p.min_quantity, p.currency, p.price, p.compare_at, p.version FROM catalog_variant v LEFT JOIN ${TABLE} p ON p.variant_id = v.id AND p.price_list_id = ? WHERE v.id IN (${placeholders(chunk)}) ORDER BY v.id${forUpdate(this.session)}`,
        [priceList, priceList, ...chunk],
      );
      list ??= toLockedList(priceList, rows[0]);
      for (const own of groupRows(rows, "id").values()) {
        const inList = toPricesInList(priceList, own);
        prices.set(inList.variantId, inList);
      }
    }
    // Where no variant was found, there was no row to name the list.
    list ??= toLockedList(
      priceList,
      (await this.session.query(lockedList(this.session), [priceList]))[0],
    );
    return { list, prices: list ? prices : new Map() };
  }

  async save(prices: readonly PriceInList[]): Promise<void> {
    const changes = prices.flatMap((price) => changeOf(price) ?? []);
    for (const list of new Set(prices.map(({ priceList }) => priceList)))
      await this.#saveRows(
        list,
        changes.filter(({ snapshot }) => snapshot.priceList === list),
      );
    const now = this.clock.now();
    await writePriceHistory(this.session, now, prices);
    await appendToOutbox(
      this.session,
      now,
      changes.map(({ snapshot: { variantId, priceList, minimumQuantity }, events }) => ({
        aggregateId: priceEventsOf(variantId, priceList, minimumQuantity),
        events,
      })),
    );
  }

  async ofVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ListPrice[]>> {
    const prices = new Map<VariantId, readonly ListPrice[]>();
    for (const chunk of toChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT variant_id, price_list_id, min_quantity, currency, price, compare_at FROM ${TABLE} WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id, price_list_id, min_quantity`,
        chunk,
      );
      for (const [variant, own] of groupRows(rows, "variant_id"))
        prices.set(id<VariantId>(variant), own.map(toListPrice));
    }
    return prices;
  }

  async add(prices: readonly ListPrice[]): Promise<void> {
    await insertRows(
      this.session,
      TABLE,
      prices.map((price) => toListPriceRow(price, 1)),
    );
    await writePriceHistory(
      this.session,
      this.clock.now(),
      prices.map((price) => ({ ...price, before: null, price })),
    );
  }

  async removeOfVariants(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of toChunks(ids.toSorted()))
      await this.session.change(
        `DELETE FROM ${TABLE} WHERE variant_id IN (${placeholders(chunk)})`,
        chunk,
      );
  }

  async clear(priceList: PriceListId, limit: number): Promise<number> {
    const rows = await this.session.query(
      `SELECT variant_id FROM ${TABLE} WHERE price_list_id = ? ORDER BY variant_id, min_quantity LIMIT ?`,
      [priceList, limit],
    );
    for (const chunk of toChunks([...new Set(rows.map((row) => String(row["variant_id"])))]))
      await this.session.change(
        `DELETE FROM ${TABLE} WHERE price_list_id = ? AND variant_id IN (${placeholders(chunk)})`,
        [priceList, ...chunk],
      );
    return rows.length;
  }

  /** The prices of single units are told apart by their variant, which an index finds. */
  async #saveRows(
    list: PriceListId,
    changes: readonly AggregateChange<
      ReturnType<PriceInList["snapshot"]>,
      ReturnType<PriceInList["pullEvents"]>[number]
    >[],
  ): Promise<void> {
    const rowsOf = (
      of: typeof changes,
      idOf: (snapshot: (typeof of)[number]["snapshot"]) => string,
    ) =>
      of.map(({ snapshot, replaces }) => ({
        id: idOf(snapshot),
        replaces,
        row: snapshot.price && toListPriceRow(snapshot.price, snapshot.version),
      }));
    const singles = changes.filter(({ snapshot }) => snapshot.minimumQuantity === 1);
    const breaks = changes.filter(({ snapshot }) => snapshot.minimumQuantity > 1);
    await savePriceRows(
      this.session,
      {
        table: TABLE,
        idColumn: "variant_id",
        where: { sql: "price_list_id = ? AND min_quantity = 1", values: [list] },
      },
      rowsOf(singles, ({ variantId }) => variantId),
    );
    const variants = [...new Set(breaks.map(({ snapshot }) => snapshot.variantId))];
    await savePriceRows(
      this.session,
      {
        table: TABLE,
        idColumn:
          this.session.dialect === "mysql"
            ? "CONCAT(variant_id, '/', min_quantity)"
            : "variant_id || '/' || min_quantity",
        where: {
          sql: `price_list_id = ? AND variant_id IN (${placeholders(variants)})`,
          values: [list, ...variants],
        },
      },
      rowsOf(breaks, ({ variantId, minimumQuantity }) => `${variantId}/${minimumQuantity}`),
    );
  }
}

type LockedList = NonNullable<Awaited<ReturnType<ListPrices["lock"]>>["list"]>;

const lockedList = (session: SqlSession): string =>
  `SELECT ${session.dialect === "mysql" ? "CONCAT(currency, ' ', list_key)" : "currency || ' ' || list_key"} AS list FROM pricing_price_list WHERE id = ?${sharedLock(session)}`;

const toLockedList = (id: PriceListId, row: Row | undefined): LockedList | null => {
  if (row?.["list"] == null) return null;
  const [currency = "", key = ""] = String(row["list"]).split(" ");
  return { id, key, currency };
};

/** @param rows one for each price, or one without */
const toPricesInList = (priceList: PriceListId, rows: readonly Row[]): PricesInList =>
  PricesInList.restore({
    priceList,
    variantId: id<VariantId>(String(rows[0]?.["id"])),
    productId: id<ProductId>(String(rows[0]?.["product_id"])),
    prices: rows
      .filter((row) => row["price"] != null)
      .map((row) => ({ price: toListPrice(row), version: Number(row["version"]) })),
  });

const toListPriceRow = (
  { variantId, priceList, minimumQuantity, price, compareAt }: ListPrice,
  version: number,
): RowValues => ({
  variant_id: variantId,
  price_list_id: priceList,
  min_quantity: minimumQuantity,
  currency: price.currency,
  price: price.minorUnits,
  compare_at: compareAt?.minorUnits ?? null,
  version,
});

export const toListPrice = (row: Row): ListPrice => ({
  priceList: id<PriceListId>(String(row["price_list_id"])),
  variantId: id<VariantId>(String(row["variant_id"])),
  minimumQuantity: Number(row["min_quantity"]),
  price: Money.of(Number(row["price"]), String(row["currency"])),
  compareAt: moneyOfRow(row, "compare_at"),
});
