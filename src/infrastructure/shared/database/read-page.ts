import type { Page, PageRequest } from "../../../application/shared/page.js";
import { allOf, type Condition } from "./condition.js";
import { groupRows, unionAll } from "./group-rows.js";
import { keyset, toPage, type KeysetOrder } from "./keyset.js";
import type { ReadSource } from "./read-source.js";
import { placeholders, type Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** What a SELECT reads, and from where. */
interface RowSelect<Item> {
  readonly columns: readonly string[];
  /** The tables; the values of their joins come before those of the conditions. */
  readonly from: string | Condition;
  readonly where: readonly Condition[];
  readonly read: (row: Row) => Item;
}

/** A SELECT of a list in an order. */
interface ListSelect<Item> extends RowSelect<Item> {
  readonly order: KeysetOrder;
}

const readRows = async <Item>(
  source: ReadSource,
  { columns, from, where, read }: RowSelect<Item>,
): Promise<readonly Item[]> => {
  const tables = tablesOf(from);
  const { sql, values } = allOf(where);
  const rows = await source.query(`SELECT ${columns.join(", ")} FROM ${tables.sql} WHERE ${sql}`, [
    ...tables.values,
    ...values,
  ]);
  return rows.map(read);
};

/** The rows that have one of the keys in a column, in no order; no statement without keys. */
export const readByKey = async <Item>(
  source: ReadSource,
  column: string,
  keys: readonly SqlValue[],
  selection: RowSelect<Item>,
): Promise<readonly Item[]> =>
  keys.length === 0
    ? []
    : readRows(source, {
        ...selection,
        where: [{ sql: `${column} IN (${placeholders(keys)})`, values: keys }, ...selection.where],
      });

/** One page of a list. @throws InvalidCursor */
export const readPage = async <Item>(
  source: ReadSource,
  list: ListSelect<Item>,
  page: PageRequest,
): Promise<Page<Item>> => {
  const { sql, values } = pageStatement(list, page);
  return toPage(await source.query(sql, values), list.order, page, list.read);
};

/**
 * The same page of one list for each key, in few statements.
 * @param listOf its columns include the key as `group_id`
 * @throws InvalidCursor
 */
export const readPages = async <Key extends string, Item>(
  source: ReadSource,
  keys: readonly Key[],
  page: PageRequest,
  listOf: (key: Key) => ListSelect<Item>,
): Promise<ReadonlyMap<Key, Page<Item>>> => {
  const lists = keys.map((key) => [key, listOf(key)] as const);
  const rows = await unionAll(
    source,
    lists.map(([, list]) => pageStatement(list, page)),
  );
  const groups = groupRows(rows, "group_id");
  return new Map(
    lists.map(([key, { order, read }]) => [key, toPage(groups.get(key) ?? [], order, page, read)]),
  );
};

/** How many rows there are. */
export const countRows = async (
  source: ReadSource,
  { from, where }: Pick<RowSelect<never>, "from" | "where">,
): Promise<number> => {
  const tables = tablesOf(from);
  const { sql, values } = allOf(where);
  const [row] = await source.query(`SELECT COUNT(*) AS total FROM ${tables.sql} WHERE ${sql}`, [
    ...tables.values,
    ...values,
  ]);
  return Number(row?.["total"]);
};

const pageStatement = <Item>(
  { columns, from, where, order }: ListSelect<Item>,
  page: PageRequest,
): Condition => {
  const { conditions, select, orderBy, limit } = keyset(order, page);
  const tables = tablesOf(from);
  const { sql, values } = allOf([...where, ...conditions]);
  return {
    sql: `SELECT ${[...columns, select].join(", ")} FROM ${tables.sql} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    values: [...tables.values, ...values],
  };
};

const tablesOf = (from: string | Condition): Condition =>
  typeof from === "string" ? { sql: from, values: [] } : from;
