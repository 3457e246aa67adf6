import { StaleVersion } from "../../domain/shared/stale-version.js";
import type { RowValues, SqlSession } from "./sql.js";

/** A row of an aggregate: its id, and the version that it has once it is written. */
export interface VersionedRow extends RowValues {
  readonly id: string;
  readonly version: number;
}

/** Overwrites a row that still has the version that was decided on: the statement repeats the decision. @throws StaleVersion */
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
