import type {
  HistoryPeriod,
  PastPrice,
  PriceHistory,
  PriceHistoryPruning,
} from "../../application/pricing/ports/price-history.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupRows } from "../shared/database/group-rows.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import type { ReadSource } from "../shared/database/read-source.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { fromSqlTime, toSqlTime } from "../shared/database/sql-value.js";
import { MARKET_HISTORY_TABLE } from "./market-table.js";
import { PRICE_LIST_HISTORY, PRICE_LIST_HISTORY_TABLE } from "./price-list-history-table.js";
import { MARKET_HISTORY } from "./write-market-history.js";
import { OWN, PRICE_HISTORY } from "./write-price-history.js";

const columnsOf = ({ selection }: { readonly selection: string }): string =>
  selection
    .split(", ")
    .map((column) => `h.${column}`)
    .join(", ");
const replacedIn = (history: string): string =>
  `EXISTS (SELECT 1 FROM ${history} n WHERE n.id = h.id AND n.recorded_at > h.recorded_at AND n.recorded_at <= ?)`;
const PRICE_COLUMNS =
  "h.variant_id, h.price_list_id, h.min_quantity, h.valid_from, h.currency, h.price, h.compare_at";
/** Whether another one applies at a moment instead. */
const REPLACED = {
  price: `EXISTS (SELECT 1 FROM ${PRICE_HISTORY} n WHERE n.variant_id = h.variant_id AND n.price_list_id = h.price_list_id AND n.min_quantity = h.min_quantity AND n.valid_from > h.valid_from AND n.valid_from <= ?)`,
  list: replacedIn(PRICE_LIST_HISTORY),
  market: replacedIn(MARKET_HISTORY),
};

export const sqlPriceHistory = (source: ReadSource): PriceHistory => ({
  pricesOf: async (ids, period) => {
    const found = new Map<VariantId, readonly PastPrice[]>();
    for (const chunk of toChunks(ids)) {
      const rows = await source.query(
        `SELECT ${PRICE_COLUMNS} FROM ${PRICE_HISTORY} h WHERE h.variant_id IN (${placeholders(chunk)}) AND h.valid_from <= ? AND NOT ${REPLACED.price} ORDER BY h.variant_id, h.valid_from`,
        [...chunk, ...timesOf(period)],
      );
      for (const [variant, own] of groupRows(rows, "variant_id"))
        found.set(id<VariantId>(variant), own.map(toPastPrice));
    }
    return found;
  },

  newestPricesOf: async (ids, lists, period, mostOfEach) => {
    const found = new Map<VariantId, readonly PastPrice[]>();
    const listIds = lists.map((list) => list ?? OWN);
    for (const chunk of toChunks(ids)) {
      const rows = await source.query(
        `SELECT ${PRICE_COLUMNS} FROM (SELECT ${PRICE_COLUMNS}, ROW_NUMBER() OVER newest AS place, LAG(h.valid_from) OVER newest AS valid_until FROM ${PRICE_HISTORY} h WHERE h.variant_id IN (${placeholders(chunk)}) AND h.price_list_id IN (${placeholders(listIds)}) AND h.min_quantity = 1 AND h.valid_from <= ? WINDOW newest AS (PARTITION BY h.variant_id, h.price_list_id ORDER BY h.valid_from DESC)) h WHERE h.place <= ? AND (h.valid_until IS NULL OR h.valid_until > ?) ORDER BY h.variant_id, h.valid_from`,
        [...chunk, ...listIds, toSqlTime(period.until), mostOfEach, toSqlTime(period.from)],
      );
      for (const [variant, own] of groupRows(rows, "variant_id"))
        found.set(id<VariantId>(variant), own.map(toPastPrice));
    }
    return found;
  },

  lists: async (period) =>
    (
      await source.query(
        `SELECT ${columnsOf(PRICE_LIST_HISTORY_TABLE)} FROM ${PRICE_LIST_HISTORY} h WHERE h.recorded_at <= ? AND NOT ${REPLACED.list} ORDER BY h.recorded_at, h.id`,
        timesOf(period),
      )
    ).map(PRICE_LIST_HISTORY_TABLE.toRecord),

  termsOf: async (market, period) =>
    (
      await source.query(
        `SELECT ${columnsOf(MARKET_HISTORY_TABLE)} FROM ${MARKET_HISTORY} h WHERE h.id = ? AND h.recorded_at <= ? AND NOT ${REPLACED.market} ORDER BY h.recorded_at`,
        [market, ...timesOf(period)],
      )
    ).map(MARKET_HISTORY_TABLE.toRecord),
});

const timesOf = ({ from, until }: HistoryPeriod): readonly string[] => [
  toSqlTime(until),
  toSqlTime(from),
];

const toPastPrice = (row: Row): PastPrice => ({
  priceList: row["price_list_id"] === OWN ? null : id<PriceListId>(String(row["price_list_id"])),
  minimumQuantity: Number(row["min_quantity"]),
  from: fromSqlTime(row["valid_from"]),
  price: moneyOfRow(row, "price"),
  compareAt: moneyOfRow(row, "compare_at"),
});

const KEYS = {
  [PRICE_HISTORY]: ["variant_id", "price_list_id", "min_quantity", "valid_from"],
  [PRICE_LIST_HISTORY]: ["id", "recorded_at"],
  [MARKET_HISTORY]: ["id", "recorded_at"],
};
/** What is removed from which table, in this order: what replaces another goes after it. */
const TOO_OLD: readonly { readonly table: keyof typeof KEYS; readonly where: string }[] = [
  { table: PRICE_HISTORY, where: REPLACED.price },
  { table: PRICE_HISTORY, where: "h.price IS NULL AND h.valid_from <= ?" },
  { table: PRICE_LIST_HISTORY, where: REPLACED.list },
  { table: PRICE_LIST_HISTORY, where: "h.is_deleted = 1 AND h.recorded_at <= ?" },
  {
    table: PRICE_HISTORY,
    where: `h.price_list_id <> '${OWN}' AND h.valid_from <= ? AND NOT EXISTS (SELECT 1 FROM ${PRICE_LIST_HISTORY} l WHERE l.id = h.price_list_id)`,
  },
  { table: MARKET_HISTORY, where: REPLACED.market },
];

export const sqlPriceHistoryPruning = (session: SqlSession): PriceHistoryPruning => ({
  removeBefore: async (moment, limit) => {
    let removed = 0;
    for (const { table, where } of TOO_OLD) {
      if (removed >= limit) break;
      const key = KEYS[table];
      // Read first, because MySQL deletes from no table that the condition reads.
      const rows = await session.query(
        `SELECT ${key.map((column) => `h.${column}`).join(", ")} FROM ${table} h WHERE ${where} LIMIT ?`,
        [toSqlTime(moment), limit - removed],
      );
      for (const chunk of toChunks(rows, ROWS_AT_ONCE))
        await session.change(
          `DELETE FROM ${table} WHERE ${chunk.map(() => `(${key.map((column) => `${column} = ?`).join(" AND ")})`).join(" OR ")}`,
          chunk.flatMap((row) => key.map((column) => row[column] ?? null)),
        );
      removed += rows.length;
    }
    return removed;
  },
});

const ROWS_AT_ONCE = 100;
