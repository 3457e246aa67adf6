import { allOf, type Condition } from "./condition.js";
import type { ReadSource } from "./read-source.js";
import { toChunks, type Row } from "./sql-session.js";

/**
 * Runs many small SELECTs, each with its own order and limit, in few statements. SQLite joins at
 * most 500 of them.
 */
export const unionAll = async (
  source: ReadSource,
  parts: readonly Condition[],
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const chunk of toChunks(parts, 250)) {
    const sql = chunk.map((part) => `SELECT * FROM (${part.sql}) part`).join(" UNION ALL ");
    rows.push(
      ...(await source.query(
        sql,
        chunk.flatMap(({ values }) => values),
      )),
    );
  }
  return rows;
};

export const groupRows = (
  rows: readonly Row[],
  column: string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(String(row[column]));
    if (group) group.push(row);
    else groups.set(String(row[column]), [row]);
  }
  return groups;
};

interface Grouped {
  readonly sql: string;
  readonly where: readonly Condition[];
}

/** One count for each id; 0 where nothing is counted. */
export const countByGroup = async <Id extends string>(
  source: ReadSource,
  ids: readonly Id[],
  counting: (ids: readonly Id[]) => Grouped,
): Promise<ReadonlyMap<Id, number>> => {
  if (ids.length === 0) return new Map();
  const { sql, where } = counting(ids);
  const condition = allOf(where);
  const rows = await source.query(
    `${sql} WHERE ${condition.sql} GROUP BY group_id`,
    condition.values,
  );
  const totals = new Map(rows.map((row) => [String(row["group_id"]), Number(row["total"])]));
  return new Map(ids.map((id) => [id, totals.get(id) ?? 0]));
};
