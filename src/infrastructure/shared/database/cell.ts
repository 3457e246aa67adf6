import type { Row } from "./sql-session.js";
import { fromSqlTime } from "./sql-value.js";

export type Cell = Row[string] | undefined;
export const toFlag = (cell: Cell): boolean => Number(cell) === 1;
export const toText = (cell: Cell): string | null => (cell == null ? null : String(cell));

/** Whole numbers: MySQL hands big ones back as text. */
export const toNumber = (cell: Cell): number | null => (cell == null ? null : Number(cell));

/**
 * A period of two columns; null where it has no beginning, and without an end where it has none.
 */
export const toPeriod = (
  from: Cell,
  until: Cell,
): { readonly from: Date; readonly until: Date | null } | null =>
  from == null
    ? null
    : { from: fromSqlTime(from), until: until == null ? null : fromSqlTime(until) };
