import type { SqlValue } from "../../../src/infrastructure/shared/database/sql-value.js";
import { SqliteDatabase } from "../../../src/infrastructure/shared/database/sqlite-database.js";
import type { ReadPlan } from "./plan.js";

/**
 * SQLite reports its plan, but not how many rows it reads. So each table of a statement gets one
 * more condition, which is always true, no index can serve, and counts. Everything that is sorted
 * or grouped has been read before: it is counted with the rest.
 */
export const sqlitePlans = (
  file: string,
): { readonly read: ReadPlan; readonly close: () => void } => {
  const database = new SqliteDatabase(file, { readonly: true });
  const counts = new Map<string, number>();
  database.function("passed", { deterministic: false }, (name: unknown, rowid: unknown) => {
    if (rowid !== null) counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
    return 1;
  });
  const planOf = (sql: string, values: readonly (string | number | null)[]): string =>
    database
      .prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)
      .join("\n");

  return {
    read: async ({ sql, values }) => {
      const bound = values.map(bindable);
      const [counted, text] = [counting(sql), planOf(sql, bound)];
      const changed = planOf(counted, bound);
      if (changed !== text)
        throw new Error(`Counting changes the plan of\n${sql}\nfrom\n${text}\nto\n${changed}`);
      counts.clear();
      database.prepare(counted).all(...bound);
      return { text, reads: [...counts].map(([of, rows]) => ({ of, rows })) };
    },
    close: () => database.close(),
  };
};

const bindable = (value: SqlValue): string | number | null =>
  typeof value === "boolean" ? Number(value) : value;

const TOKEN =
  /'[^']*'|\(|\)|\bWHERE\b|\bUNION\b|\bGROUP BY\b|\bORDER BY\b|\bLIMIT\b|\b(?:FROM|JOIN)\s+(\w+)(?:\s+(?!(?:INDEXED|JOIN|LEFT|CROSS|WHERE|ON|GROUP|ORDER|UNION|LIMIT)\b)(\w+))?/g;
const STORED = /^(?:catalog|pricing|inventory|plinth|outbox|scheduled)/;

/**
 * The statement with a counting condition for each table of each SELECT in it.
 * @throws Error where a table would not be counted
 */
const counting = (sql: string): string => {
  const scopes: string[][] = [[]];
  const end = (): void => {
    const left = scopes.at(-1)?.splice(0) ?? [];
    if (left.length > 0)
      throw new Error(`${left.join(", ")} would be read without a condition in\n${sql}`);
  };
  const counted = sql.replaceAll(
    TOKEN,
    (token: string, table: string | undefined, alias: string | undefined) => {
      if (token === "(") scopes.push([]);
      else if (token === ")") {
        end();
        scopes.pop();
      } else if (table !== undefined && STORED.test(table)) scopes.at(-1)?.push(alias ?? table);
      else if (token === "WHERE")
        return `WHERE ${
          scopes
            .at(-1)
            ?.splice(0)
            .map((name) => `passed('${name}', ${name}.rowid) AND `)
            .join("") ?? ""
        }`;
      else if (["UNION", "GROUP BY", "ORDER BY", "LIMIT"].includes(token)) end();
      return token;
    },
  );
  end();
  return counted;
};
