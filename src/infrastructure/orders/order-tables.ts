import type { OrderFilter, OrderSortKey } from "../../application/orders/ports/order-reads.js";
import type { Condition } from "../shared/database/condition.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Dialect } from "../shared/database/sql-session.js";
import { toNumber } from "../shared/database/cell.js";

/**
 * So many words of orders are read and sorted in a few milliseconds. Orders with a more common word
 * are found sooner by walking the list.
 */
const FEW_WORDS = 5_000;

/** The tables of a list of orders, of which `o` is the order, and the conditions of its words. */
export interface OrderTables {
  readonly from: Condition;
  readonly where: readonly Condition[];
}

/**
 * Databases would often read orders by another index and sort them, so each list names the index
 * that it walks: that of the only filter, or one in the order of the list that has every column
 * that is filtered by. One statement for words, none without.
 */
export const orderTables = async (
  source: ReadSource,
  filter: OrderFilter,
  sort: OrderSortKey,
): Promise<OrderTables> => {
  const words = filter.words ?? [];
  const rarest = await rarestWord(source, words);
  if (rarest === null || rarest.count > FEW_WORDS)
    return {
      from: { sql: `orders_order o${hint(source.dialect, indexOf(filter, sort))}`, values: [] },
      where: words.map(hasWord),
    };
  return withWord(source.dialect, rarest.word, words);
};

/**
 * The tables of a count: all orders with the rarest word are looked at, so it is never found sooner
 * by walking the list.
 * @param readsOrders whether anything but words is filtered by
 */
export const countedTables = async (
  source: ReadSource,
  filter: OrderFilter,
  readsOrders: boolean,
): Promise<OrderTables> => {
  const words = filter.words ?? [];
  const rarest = await rarestWord(source, words);
  if (rarest === null) return orderTables(source, filter, "PLACED_AT");
  if (readsOrders) return withWord(source.dialect, rarest.word, words);
  const { sql, values } = matches(rarest.word);
  return {
    from: {
      sql: `(SELECT DISTINCT order_id AS id FROM orders_term WHERE ${sql}) o`,
      values,
    },
    where: others(rarest.word, words),
  };
};

/** The orders with a word, and the conditions of the other words. */
const withWord = (dialect: Dialect, word: string, words: readonly string[]): OrderTables => {
  const { sql, values } = matches(word);
  const join = dialect === "mysql" ? "STRAIGHT_JOIN" : "CROSS JOIN";
  return {
    from: {
      sql: `(SELECT DISTINCT order_id FROM orders_term WHERE ${sql}) t ${join} orders_order o ON o.id = t.order_id`,
      values,
    },
    where: others(word, words),
  };
};

const others = (word: string, words: readonly string[]): readonly Condition[] =>
  words.filter((one) => one !== word).map(hasWord);

interface CountedWord {
  readonly word: string;
  /** Not counted beyond `FEW_WORDS`. */
  readonly count: number;
}

/** The word that fewest orders have; null without words. */
const rarestWord = async (
  source: ReadSource,
  words: readonly string[],
): Promise<CountedWord | null> => {
  if (words.length === 0) return null;
  const counts = words.map(matches).map(({ sql, values }, index) => ({
    sql: `(SELECT COUNT(*) FROM (SELECT 1 AS found FROM orders_term WHERE ${sql} LIMIT ${FEW_WORDS + 1}) w${index}) AS count_${index}`,
    values,
  }));
  const [row] = await source.query(
    `SELECT ${counts.map(({ sql }) => sql).join(", ")}`,
    counts.flatMap(({ values }) => values),
  );
  const found = words.map((word, index) => ({
    word,
    count: toNumber(row?.[`count_${index}`]) ?? 0,
  }));
  const [rarest] = found.toSorted((a, b) => a.count - b.count);
  return rarest ?? null;
};

const LAST_CHARACTER = "\u{10FFFF}";

const matches = (word: string): Condition => ({
  sql: "term >= ? AND term < ?",
  values: [word, word + LAST_CHARACTER],
});

const hasWord = (word: string): Condition => {
  const { sql, values } = matches(word);
  return {
    sql: `EXISTS (SELECT 1 FROM orders_term WHERE order_id = o.id AND ${sql})`,
    values,
  };
};

const indexOf = (filter: OrderFilter, sort: OrderSortKey): string => {
  if (sort === "TOTAL") return "ix_orders_order_total";
  const { states, paymentStatuses, fulfilmentStatuses, markets, ...others } = filter;
  const filters = [
    // Unpaid orders are among those that are expired.
    ["state", states?.includes("EXPIRED") ? [] : states],
    ["payment_status", paymentStatuses],
    ["fulfilment_status", fulfilmentStatuses],
    ["market_id", markets],
  ] as const;
  const set = filters.filter(([, values]) => values !== undefined);
  const [only] = set;
  const isTotalled = others.totalFrom !== undefined || others.totalUpTo !== undefined;
  const isAlone = set.length === 1 && !isTotalled && others.currency === undefined;
  return only && isAlone && only[1]?.length === 1
    ? `ix_orders_order_${only[0]}_placed_at`
    : "ix_orders_order_placed_at";
};

const hint = (dialect: Dialect, index: string): string =>
  dialect === "sqlite" ? ` INDEXED BY ${index}` : ` FORCE INDEX (${index})`;
