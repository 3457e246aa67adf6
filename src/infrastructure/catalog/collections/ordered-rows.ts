import type { Condition } from "../../shared/database/condition.js";
import { setById } from "../../shared/database/set-by-id.js";
import type { SqlSession } from "../../shared/database/sql-session.js";
import { positionsBetween, STEP, type Neighbours } from "./positions-between.js";

/** Rows with an order of their own: each has a whole position, with gaps in between. */
export interface OrderedRows {
  readonly table: string;
  readonly idColumn: string;
  /** The rows that are spread out when a gap is too small. */
  readonly all: Condition;
  /** The rows that an index counts: without the row that is moved. */
  readonly others: Condition;
}

/** The positions before and after an index; null for the end. */
export const neighboursAt = async (
  session: SqlSession,
  { table, idColumn, others }: OrderedRows,
  index: number | null,
): Promise<Neighbours> => {
  const last = async (): Promise<Neighbours> => {
    // Not MAX, which would read all rows.
    const [row] = await session.query(
      `SELECT position FROM ${table} WHERE ${others.sql} ORDER BY position DESC, ${idColumn} DESC LIMIT 1`,
      others.values,
    );
    return { before: row?.["position"] == null ? null : Number(row["position"]), after: null };
  };
  if (index === null) return last();
  const offset = Math.max(Math.trunc(index) - 1, 0);
  const rows = await session.query(
    `SELECT position FROM ${table} WHERE ${others.sql} ORDER BY position, ${idColumn} LIMIT 2 OFFSET ${offset}`,
    others.values,
  );
  const [first = null, second = null] = rows.map((row) => Number(row["position"]));
  if (index <= 0) return { before: null, after: first };
  return first === null ? last() : { before: first, after: second };
};

/** Free positions at an index. Where the gap is too small, all rows are spread out once. */
export const freePositionsAt = async (
  session: SqlSession,
  rows: OrderedRows,
  index: number | null,
  neighbours: Neighbours,
  count: number,
): Promise<readonly number[]> => {
  const free = positionsBetween(neighbours, count);
  if (free) return free;
  await spread(session, rows);
  const spreadOut = positionsBetween(await neighboursAt(session, rows, index), count);
  if (!spreadOut) throw new Error(`There is no room for ${count} more rows in ${rows.table}.`);
  return spreadOut;
};

const spread = async (
  session: SqlSession,
  { table, idColumn, all }: OrderedRows,
): Promise<void> => {
  const rows = await session.query(
    `SELECT ${idColumn} AS id FROM ${table} WHERE ${all.sql} ORDER BY position, ${idColumn}`,
    all.values,
  );
  await setById(
    session,
    { table, column: "position", idColumn, where: all },
    rows.map((row, index) => [String(row["id"]), (index + 1) * STEP] as const),
  );
};
