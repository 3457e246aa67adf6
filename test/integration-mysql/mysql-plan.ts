import { createConnection, type RowDataPacket } from "mysql2/promise";
import type { Plan, ReadPlan } from "../integration/plans/plan.js";

/** MariaDB reports the rows of each step of a plan as JSON, MySQL as text. */
export const mysqlPlans = async (
  url: string,
): Promise<{ readonly read: ReadPlan; readonly close: () => Promise<void> }> => {
  const connection = await createConnection({ uri: url, timezone: "Z" });
  const firstOf = async (sql: string, values: readonly unknown[] = []): Promise<string> => {
    const [rows] = await connection.query<RowDataPacket[]>({ sql, values: [...values] });
    return String(Object.values(rows[0] ?? {})[0]);
  };
  // Rows that are put aside while an index is read would not be counted.
  await connection.query("SET SESSION optimizer_switch = 'index_condition_pushdown=off'");
  const isMariadb = (await firstOf("SELECT VERSION()")).includes("MariaDB");
  return {
    read: async ({ sql, values }) => {
      const text = await firstOf(
        `${isMariadb ? "ANALYZE FORMAT=JSON" : "EXPLAIN ANALYZE"} ${sql}`,
        values,
      );
      return { text, reads: isMariadb ? readsOf(JSON.parse(text)) : readsInTree(text) };
    },
    close: () => connection.end(),
  };
};

/** Every table of a plan, at any depth. */
const readsOf = (step: unknown): Plan["reads"] => {
  if (typeof step !== "object" || step === null) return [];
  const {
    table_name: of,
    r_loops: loops,
    r_rows: rows,
  } = step as Readonly<Record<string, unknown>>;
  return [
    ...(of === undefined
      ? []
      : [{ of: JSON.stringify(of), rows: Math.round(Number(loops ?? 0) * Number(rows ?? 0)) }]),
    ...Object.values(step).flatMap(readsOf),
  ];
};

const readsInTree = (text: string): Plan["reads"] =>
  text.split("\n").flatMap((line) => {
    const [, rows, loops] = /\(actual time=\S+ rows=([\d.e+]+) loops=(\d+)\)/.exec(line) ?? [];
    return rows === undefined
      ? []
      : [{ of: line.trim(), rows: Math.round(Number(rows) * Number(loops)) }];
  });
