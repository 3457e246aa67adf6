import { placeholders, type RowValues, type SqlSession } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";

/** Adds rows that all have the same columns. */
export const insertRows = async (
  session: SqlSession,
  table: string,
  rows: readonly RowValues[],
): Promise<void> => writeRows(session, table, rows, "");

/**
 * Adds rows, or overwrites those with the same key.
 * @param kept columns of stored rows that keep their values
 */
export const upsertRows = async (
  session: SqlSession,
  table: string,
  key: readonly string[],
  rows: readonly RowValues[],
  kept: readonly string[] = [],
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).filter(
    (column) => !key.includes(column) && !kept.includes(column),
  );
  // A row that is nothing but its key is the same already.
  const [first] = key;
  const onConflict =
    session.dialect === "mysql"
      ? ` ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = VALUES(${column})`).join(", ") || `${first} = ${first}`}`
      : ` ON CONFLICT (${key.join(", ")}) DO ${columns.length === 0 ? "NOTHING" : `UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`}`;
  await writeRows(session, table, rows, onConflict);
};

/**
 * Adds a row unless its key exists; waits for a concurrent unit of work that inserts the same key.
 * @returns whether it was added
 */
export const insertIfAbsent = async (
  session: SqlSession,
  table: string,
  row: RowValues,
): Promise<boolean> => {
  const insert = session.dialect === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
  const columns = Object.keys(row);
  return (
    (await session.change(
      `${insert} INTO ${table} (${columns.join(", ")}) VALUES (${placeholders(columns)})`,
      Object.values(row),
    )) === 1
  );
};

// Batches of 256, 128, 64 … 1 rows: few statements, and few different ones, so that they are
// prepared once.
const LARGEST_BATCH = 256;

// MariaDB's default limit of a statement is 16 MiB, and a character may need four bytes.
const LONGEST_BATCH = 2_000_000;

async function writeRows(
  session: SqlSession,
  table: string,
  rows: readonly RowValues[],
  suffix: string,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const insert = `INSERT INTO ${table} (${columns.join(", ")}) VALUES `;
  for (let start = 0; start < rows.length;) {
    let size = LARGEST_BATCH;
    while (size > rows.length - start) size /= 2;
    let values = valuesOf(rows.slice(start, start + size), columns);
    for (
      ;
      size > 1 && lengthOf(values) > LONGEST_BATCH;
      values = values.slice(0, size * columns.length)
    )
      size /= 2;
    await session.change(insert + tuples(size, columns) + suffix, values);
    start += size;
  }
}

const tuples = (size: number, columns: readonly string[]): string => {
  const tuple = `(${placeholders(columns)})`;
  return tuple + `, ${tuple}`.repeat(size - 1);
};

// Plain loops, because an import spends much of its time here.
const valuesOf = (rows: readonly RowValues[], columns: readonly string[]): readonly SqlValue[] => {
  const values: SqlValue[] = [];
  for (const row of rows) for (const column of columns) values.push(row[column] ?? null);
  return values;
};

const lengthOf = (values: readonly SqlValue[]): number => {
  let length = 0;
  for (const value of values) if (typeof value === "string") length += value.length;
  return length;
};
