import { StaleVersion } from "../../../domain/shared/stale-version.js";
import type { Condition } from "./condition.js";
import { placeholders, toChunks, type RowValues, type SqlSession } from "./sql-session.js";

/** The rows of one table that are told apart by one column, within the rows of a condition. */
interface VersionedRows {
  readonly table: string;
  readonly idColumn: string;
  readonly where?: Condition;
}

/** A row with the version that was decided on. */
interface DecidedRow {
  readonly id: string;
  readonly replaces: number;
}

// Each row has two values for each of its columns.
const ROWS_AT_ONCE = 50;

/**
 * Overwrites many rows, each with its own values, in few statements, if all of them still have the
 * versions that were decided on.
 * @param rows all with the same columns, among them `version`
 * @throws StaleVersion
 */
export const overwriteRows = async (
  session: SqlSession,
  { table, idColumn, where }: VersionedRows,
  rows: readonly (DecidedRow & { readonly values: RowValues })[],
): Promise<void> => {
  for (const chunk of toChunks(rows, ROWS_AT_ONCE)) {
    const columns = Object.keys(chunk[0]?.values ?? {});
    const cases = chunk.map(() => "WHEN ? THEN ?").join(" ");
    const decided = onlyDecided({ table, idColumn, ...(where && { where }) }, chunk);
    const written = await session.change(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = CASE ${idColumn} ${cases} END`).join(", ")} WHERE ${decided.sql}`,
      [
        ...columns.flatMap((column) =>
          chunk.flatMap(({ id, values }) => [id, values[column] ?? null]),
        ),
        ...decided.values,
      ],
    );
    checkAll(written, chunk);
  }
};

/**
 * Removes many rows, if all of them still have the versions that were decided on.
 * @throws StaleVersion
 */
export const removeRows = async (
  session: SqlSession,
  rowsOf: VersionedRows,
  rows: readonly DecidedRow[],
): Promise<void> => {
  for (const chunk of toChunks(rows, ROWS_AT_ONCE)) {
    const decided = onlyDecided(rowsOf, chunk);
    checkAll(
      await session.change(`DELETE FROM ${rowsOf.table} WHERE ${decided.sql}`, decided.values),
      chunk,
    );
  }
};

const onlyDecided = (
  { idColumn, where }: VersionedRows,
  rows: readonly DecidedRow[],
): Condition => ({
  sql: `${where ? `${where.sql} AND ` : ""}${idColumn} IN (${placeholders(rows)}) AND version = CASE ${idColumn} ${rows.map(() => "WHEN ? THEN ?").join(" ")} END`,
  values: [
    ...(where?.values ?? []),
    ...rows.map(({ id }) => id),
    ...rows.flatMap(({ id, replaces }) => [id, replaces]),
  ],
});

const checkAll = (written: number, rows: readonly DecidedRow[]): void => {
  const [first] = rows;
  if (first && written !== rows.length) throw new StaleVersion(first.id, first.replaces);
};
