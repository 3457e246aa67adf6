import { StaleVersion } from "../../../domain/shared/stale-version.js";
import { insertRows } from "./insert-rows.js";
import type { RowValues, SqlSession } from "./sql-session.js";

/** A row of an aggregate, with the version that it has after it is written. */
export interface VersionedRow extends RowValues {
  readonly id: string;
  readonly version: number;
}

/** A row with the id and version of its aggregate. */
export const versioned = (
  { id, version }: { readonly id: string; readonly version: number },
  row: RowValues,
): VersionedRow => ({ ...row, id, version });

/**
 * Inserts a new row, or overwrites one that still has the version that was decided on.
 * @throws StaleVersion
 */
export const saveRow = (
  session: SqlSession,
  table: string,
  row: VersionedRow,
  replaces: number,
): Promise<void> =>
  replaces === 0 ? insertRows(session, table, [row]) : overwriteRow(session, table, row, replaces);

/**
 * Overwrites a row that still has the version that was decided on: the statement repeats the
 * decision.
 * @throws StaleVersion
 */
export const overwriteRow = async (
  session: SqlSession,
  table: string,
  row: VersionedRow,
  replaces: number,
): Promise<void> => {
  const assignments = Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(", ");
  const written = await session.change(
    `UPDATE ${table} SET ${assignments} WHERE id = ? AND version = ?`,
    [...Object.values(row), row.id, replaces],
  );
  if (written !== 1) throw new StaleVersion(row.id, replaces);
};

/** Removes a row that still has the version that was decided on. @throws StaleVersion */
export const removeRow = async (
  session: SqlSession,
  table: string,
  id: string,
  replaces: number,
): Promise<void> => {
  const removed = await session.change(`DELETE FROM ${table} WHERE id = ? AND version = ?`, [
    id,
    replaces,
  ]);
  if (removed !== 1) throw new StaleVersion(id, replaces);
};
