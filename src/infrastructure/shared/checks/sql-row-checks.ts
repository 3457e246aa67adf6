import type { RowCheckReads, RowChecks, RowKey } from "../../../application/shared/row-checks.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { Condition } from "../database/condition.js";
import { forUpdate, placeholders, type SqlSession } from "../database/sql-session.js";
import type { Reader, RowCheck } from "./row-check.js";

const PAGE_SIZE = 500;

export const sqlRowCheckReads = (reader: Reader, checks: readonly RowCheck[]): RowCheckReads => ({
  rules: checks.map((check) => ({
    name: check.name,
    rule: check.rule,
    table: check.table,
    isRepairable: "repair" in check,
  })),
  page: async (rule, after, now) => {
    const check = named(checks, rule);
    const { table, key, pageSize = PAGE_SIZE } = check;
    const start = after ? afterKey(key, after) : { sql: "1 = 1", values: [] };
    const rows = await reader.query(
      `SELECT ${key.join(", ")} FROM ${table} WHERE ${start.sql} ORDER BY ${key.join(", ")} LIMIT ${pageSize}`,
      start.values,
    );
    const keys = rows as readonly RowKey[];
    const broken = keys.length > 0 ? await check.broken(reader, keys, now) : [];
    return {
      rows: keys.length,
      suspects: broken.map((row) => row.key),
      next: keys.length < pageSize ? null : (keys.at(-1) ?? null),
    };
  },
});

/** @param stores of the unit of work, for repairs */
export const sqlRowChecks = (
  session: SqlSession,
  clock: Clock,
  checks: readonly RowCheck[],
  stores: object,
): RowChecks => ({
  broken: async (rule, keys) => {
    const check = named(checks, rule);
    const { table, key } = check;
    const { sql, values } = withKeys(keys);
    const lock = forUpdate(session);
    if (lock !== "")
      await session.query(
        `SELECT 1 FROM ${table} WHERE ${sql} ORDER BY ${key.join(", ")}${lock}`,
        values,
      );
    return check.broken(session, keys, clock.now());
  },
  repair: async (rule, keys) => named(checks, rule).repair?.(session, keys, stores as never),
});

/** The condition of rows with one of the keys. @param alias of the table in the statement */
export const withKeys = (keys: readonly RowKey[], alias?: string): Condition => {
  const columns = Object.keys(keys[0] ?? {});
  const names = columns.map((column) => (alias === undefined ? column : `${alias}.${column}`));
  const values = keys.flatMap((key) => columns.map((column) => key[column] ?? null));
  if (names.length === 1) return { sql: `${names.join("")} IN (${placeholders(keys)})`, values };
  const one = `(${names.map((name) => `${name} = ?`).join(" AND ")})`;
  return { sql: `(${keys.map(() => one).join(" OR ")})`, values };
};

// MySQL walks an index for `a >= x AND (a > x OR b > y)`, but not for `(a, b) > (x, y)`.
const afterKey = ([column, ...others]: readonly string[], key: RowKey): Condition => {
  const value = key[column ?? ""] ?? null;
  if (others.length === 0) return { sql: `${column} > ?`, values: [value] };
  const rest = afterKey(others, key);
  return {
    sql: `${column} >= ? AND (${column} > ? OR (${rest.sql}))`,
    values: [value, value, ...rest.values],
  };
};

const named = (checks: readonly RowCheck[], name: string): RowCheck => {
  const found = checks.find((check) => check.name === name);
  if (!found) throw new Error(`There is no check ${name}.`);
  return found;
};
