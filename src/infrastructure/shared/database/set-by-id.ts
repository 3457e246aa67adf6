import type { Condition } from "./condition.js";
import { placeholders, toChunks, type SqlSession } from "./sql-session.js";

interface Target {
  readonly table: string;
  readonly column: string;
  readonly idColumn: string;
  /** Narrows the ids down. */
  readonly where?: Condition;
}

/**
 * Sets one column of many rows, each to its own value. Only existing rows are written: a row that
 * was deleted meanwhile stays deleted.
 */
export const setById = async (
  session: SqlSession,
  { table, column, idColumn, where }: Target,
  values: readonly (readonly [id: string, value: number])[],
): Promise<void> => {
  for (const chunk of toChunks(values)) {
    const ids = chunk.map(([id]) => id);
    const cases = chunk.map(() => "WHEN ? THEN ?").join(" ");
    const condition = where ? `${where.sql} AND ` : "";
    await session.change(
      `UPDATE ${table} SET ${column} = CASE ${idColumn} ${cases} ELSE ${column} END WHERE ${condition}${idColumn} IN (${placeholders(ids)})`,
      [...chunk.flat(), ...(where?.values ?? []), ...ids],
    );
  }
};
