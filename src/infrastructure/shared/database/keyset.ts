import {
  fromCursor,
  timeOf,
  toCursor,
  type CursorKey,
} from "../../../application/shared/to-cursor.js";
import {
  pageEnds,
  PageItem,
  type Page,
  type PageRequest,
} from "../../../application/shared/page.js";
import type { Condition } from "./condition.js";
import type { Row } from "./sql-session.js";
import { fromSqlTime, toSqlTime } from "./sql-value.js";

/** A total order of a list: a column, then the id where the column is equal. */
export interface KeysetOrder {
  /** Names the order in cursors. */
  readonly name: string;
  readonly column: string;
  readonly kind: "text" | "number" | "time";
  readonly idColumn: string;
  readonly reverse: boolean;
  /** Whether a text may be an id of the column; by default every id with a kind. */
  readonly isId?: (text: string) => boolean;
  /** The value of the id column for the id of a cursor; by default the text itself. */
  readonly toId?: (text: string) => CursorKey;
}

interface KeysetClauses {
  readonly conditions: readonly Condition[];
  /** The columns of the cursor, with their aliases. */
  readonly select: string;
  readonly orderBy: string;
  /** One more than the page, to know whether there is a next one. */
  readonly limit: number;
}

/**
 * What a page adds to a SELECT. It starts at the cursor without counting up to it: page 1,000 costs
 * as much as page 1.
 * @throws InvalidCursor
 */
export const keyset = (order: KeysetOrder, page: PageRequest): KeysetClauses => {
  const isDescending = order.reverse !== (page.direction === "backward");
  const direction = isDescending ? "DESC" : "ASC";
  return {
    conditions: [
      ...afterCursor(order, page.after, order.reverse ? "<" : ">"),
      ...afterCursor(order, page.before, order.reverse ? ">" : "<"),
    ],
    select: `${order.column} AS cursor_key, ${order.idColumn} AS cursor_id`,
    orderBy: `${order.column} ${direction}, ${order.idColumn} ${direction}`,
    limit: page.size + 1,
  };
};

// MySQL walks an index for `a >= x AND (a > x OR id > y)`, but not for `(a, id) > (x, y)`.
function afterCursor(
  { name, column, kind, idColumn, isId, toId = String }: KeysetOrder,
  cursor: string | null,
  operator: ">" | "<",
): readonly Condition[] {
  if (cursor === null) return [];
  const [value, id] = fromCursor(
    cursor,
    name,
    [kind === "number" ? "number" : "string", "string"],
    isId,
  ) as readonly [CursorKey, CursorKey];
  const key = kind === "time" ? toSqlTime(timeOf(String(value))) : value;
  return [
    {
      sql: `${column} ${operator}= ? AND (${column} ${operator} ? OR ${idColumn} ${operator} ?)`,
      values: [key, key, toId(String(id))],
    },
  ];
}

const KEYS: Readonly<Record<KeysetOrder["kind"], (stored: Row[string] | undefined) => CursorKey>> =
  {
    text: String,
    number: Number,
    time: (stored) => fromSqlTime(stored).toISOString(),
  };

/** Cuts the rows of a keyset SELECT to the page, in the order of the list. */
export const toPage = <Item>(
  rows: readonly Row[],
  order: KeysetOrder,
  page: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> => {
  const hasMore = rows.length > page.size;
  const found = rows.slice(0, page.size);
  const sorted = page.direction === "backward" ? found.toReversed() : found;
  const key = KEYS[order.kind];
  const cursorOf = (row: Row): string =>
    toCursor(order.name, [key(row["cursor_key"]), String(row["cursor_id"])]);
  return {
    items: sorted.map((row) => new PageItem(toItem(row), row, cursorOf)),
    ...pageEnds(page, hasMore),
  };
};
