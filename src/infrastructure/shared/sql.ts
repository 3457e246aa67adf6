import { QueryFailedError } from "typeorm";

export type Dialect = "sqlite" | "mysql";
export type SqlValue = string | number | boolean | null;
export type Row = Readonly<Record<string, string | number | null>>;

/** Statements on one connection. Both databases take `?` for a value. */
export interface SqlSession {
  readonly dialect: Dialect;
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns how many rows the statement touched */
  change(sql: string, values?: readonly SqlValue[]): Promise<number>;
}

export type RowValues = Readonly<Record<string, SqlValue>>;

/** The row lock of a SELECT. The embedded store has one writer at a time and needs none. */
export const forUpdate = ({ dialect }: Pick<SqlSession, "dialect">): string =>
  dialect === "mysql" ? " FOR UPDATE" : "";

/** Keeps rows from being changed and removed by others, while several may rely on them at once. */
export const sharedLock = ({ dialect }: Pick<SqlSession, "dialect">): string =>
  dialect === "mysql" ? " LOCK IN SHARE MODE" : "";

/** A text as LIKE … ESCAPE '!' takes it for itself. */
export const escapeLike = (text: string): string => text.replaceAll(/[!%_]/g, "!$&");

export const placeholders = (values: readonly unknown[]): string =>
  Array(values.length).fill("?").join(", ");

/** Adds rows that all have the same columns. */
export const insertRows = async (
  session: SqlSession,
  table: string,
  rows: readonly RowValues[],
): Promise<void> => writeRows(session, table, rows, "");

/** Adds rows, or replaces what stands under the same key. */
export const upsertRows = async (
  session: SqlSession,
  table: string,
  key: readonly string[],
  rows: readonly RowValues[],
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  const onConflict =
    session.dialect === "mysql"
      ? ` ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = VALUES(${column})`).join(", ")}`
      : ` ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`;
  await writeRows(session, table, rows, onConflict);
};

/** Adds a row unless its key is taken; waits for a concurrent unit of work that is about to take it. @returns whether it was added */
export const insertUnlessThere = async (
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

// Batches of 64, 32, 16 … 1 rows: few different statements, so that prepared ones are found again.
const LARGEST_BATCH = 64;
// MariaDB takes statements of 16 MiB unless it is told otherwise, and a character may need four bytes.
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
  const tuple = `(${placeholders(columns)})`;
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
    await session.change(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${Array(size).fill(tuple).join(", ")}${suffix}`,
      values,
    );
    start += size;
  }
}

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

/** Values in portions that fit into one statement. */
export const inChunks = <T>(values: readonly T[], size = 500): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );

/** UTC with milliseconds in the form that both databases store, compare and hand back as text. */
export const toSqlTime = (time: Date): string =>
  time.toISOString().replace("T", " ").replace("Z", "");

export const fromSqlTime = (stored: string | number | null | undefined): Date =>
  new Date(`${String(stored).replace(" ", "T")}Z`);

export const toSqlJson = (value: unknown): string => JSON.stringify(value);

export const fromSqlJson = <T>(stored: string | number | null | undefined): T =>
  JSON.parse(String(stored)) as T;

const DUPLICATE_ENTRY = 1062;

interface DriverFacts {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
}

/** What the driver said about a statement that failed. */
export const driverFacts = (error: unknown): DriverFacts =>
  error instanceof QueryFailedError ? (error.driverError as DriverFacts) : {};

/** Whether a unique key of the table that is made of the column was violated. The key is named `uq_<table>_<column>`. */
export const isDuplicate = (error: unknown, table: string, column: string): boolean => {
  const { errno, code, message = "" } = driverFacts(error);
  if (errno === DUPLICATE_ENTRY) return message.includes(`uq_${table}_${column}`);
  return code === "SQLITE_CONSTRAINT_UNIQUE" && message.includes(`${table}.${column}`);
};

const LOCK_WAIT_TIMEOUT = 1205;

/** Whether another unit of work held what the statement wanted for too long. */
export const isLockTimeout = (error: unknown): boolean =>
  driverFacts(error).errno === LOCK_WAIT_TIMEOUT;

const RETRYABLE_ERRNOS = new Set([
  1213, // deadlock
  LOCK_WAIT_TIMEOUT,
  1020, // MariaDB: the record has changed since the snapshot was taken
]);

/** Whether the whole unit of work should simply be done again. */
export const isRetryable = (error: unknown): boolean => {
  const { errno, code } = driverFacts(error);
  return (
    (errno !== undefined && RETRYABLE_ERRNOS.has(errno)) || isBusy(error) || code === "ER_CHECKREAD"
  );
};

/** Whether another process is writing to the embedded store just now. */
export const isBusy = (error: unknown): boolean =>
  driverFacts(error).code?.startsWith("SQLITE_BUSY") ?? false;

const LOST_CONNECTION = new Set([
  "PROTOCOL_CONNECTION_LOST",
  "PROTOCOL_SEQUENCE_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ER_CON_COUNT_ERROR",
  "ER_SERVER_SHUTDOWN",
]);
const OUT_OF_TIME_ERRNOS = new Set([
  1969, // MariaDB: max_statement_time
  3024, // MySQL: max_execution_time
  1317, // the statement was killed
]);

/** Whether the database did not answer, or not in time: an outage and no bug. */
export const isOutage = (error: unknown): boolean => {
  const { code, errno, message } =
    error instanceof QueryFailedError ? driverFacts(error) : ((error ?? {}) as DriverFacts);
  const isFull = message === "Queue limit reached."; // mysql2 says it in words only
  return (
    isFull ||
    (code !== undefined && LOST_CONNECTION.has(code)) ||
    (errno !== undefined && OUT_OF_TIME_ERRNOS.has(errno)) ||
    isBusy(error)
  );
};
