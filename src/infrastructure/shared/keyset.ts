import { pageEnds, Placed, type Page, type PageRequest } from "../../application/shared/page.js";
import { fromCursor, momentOf, toCursor, type CursorKey } from "../../application/shared/cursor.js";
import { fromSqlTime, toSqlTime, type Row, type SqlValue } from "./sql.js";

/** A total order of a list: a column, then the id where the column is equal. */
export interface KeysetOrder {
  /** Names the order in cursors. */
  readonly name: string;
  readonly column: string;
  readonly kind: "text" | "number" | "time";
  readonly idColumn: string;
  readonly reverse: boolean;
  /** Whether a text may be an id of the column; all ids with a kind when left out. */
  readonly isId?: (text: string) => boolean;
}

/** A condition with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? "1 = 1" : conditions.map(({ sql }) => sql).join(" AND "),
  values: conditions.flatMap(({ values }) => values),
});

export interface KeysetClauses {
  readonly conditions: readonly Condition[];
  /** With the columns that the cursor is made of, under their alias. */
  readonly select: string;
  readonly orderBy: string;
  /** One more than the page, to know whether it goes on. */
  readonly limit: number;
}

/** What a page adds to a SELECT. It starts at the cursor instead of counting up to it: page 1,000 costs what page 1 costs. @throws InvalidCursor */
export const keyset = (order: KeysetOrder, page: PageRequest): KeysetClauses => {
  const runsDown = order.reverse !== (page.direction === "backward");
  const direction = runsDown ? "DESC" : "ASC";
  return {
    conditions: [
      ...beyond(order, page.after, order.reverse ? "<" : ">"),
      ...beyond(order, page.before, order.reverse ? ">" : "<"),
    ],
    select: `${order.column} AS cursor_key, ${order.idColumn} AS cursor_id`,
    orderBy: `${order.column} ${direction}, ${order.idColumn} ${direction}`,
    limit: page.size + 1,
  };
};

// MySQL walks an index for `a >= x AND (a > x OR id > y)`, but not for `(a, id) > (x, y)`.
function beyond(
  { name, column, kind, idColumn, isId }: KeysetOrder,
  cursor: string | null,
  than: ">" | "<",
): readonly Condition[] {
  if (cursor === null) return [];
  const [written, id] = fromCursor(
    cursor,
    name,
    [kind === "number" ? "number" : "string", "string"],
    isId,
  ) as readonly [CursorKey, CursorKey];
  const key = kind === "time" ? toSqlTime(momentOf(String(written))) : written;
  return [
    {
      sql: `${column} ${than}= ? AND (${column} ${than} ? OR ${idColumn} ${than} ?)`,
      values: [key, key, id],
    },
  ];
}

const KEYS: Readonly<Record<KeysetOrder["kind"], (stored: Row[string] | undefined) => CursorKey>> =
  {
    text: String,
    number: Number,
    time: (stored) => fromSqlTime(stored).toISOString(),
  };

/** Cuts the rows of a keyset SELECT to the page, in the order in which people read it. */
export const toPage = <Item>(
  rows: readonly Row[],
  order: KeysetOrder,
  page: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> => {
  const goesOn = rows.length > page.size;
  const cut = rows.slice(0, page.size);
  const inOrder = page.direction === "backward" ? cut.toReversed() : cut;
  const key = KEYS[order.kind];
  const cursorOf = (row: Row): string =>
    toCursor(order.name, [key(row["cursor_key"]), String(row["cursor_id"])]);
  return {
    items: inOrder.map((row) => new Placed(toItem(row), row, cursorOf)),
    ...pageEnds(page, goesOn),
  };
};
