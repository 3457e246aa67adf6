import { QueryFailedError } from "typeorm";

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
}

/** What the driver reports about a statement that failed. */
export const driverError = (error: unknown): DriverError =>
  error instanceof QueryFailedError ? (error.driverError as DriverError) : {};

/** Whether another process is writing to the embedded store. */
export const isBusy = (error: unknown): boolean =>
  driverError(error).code?.startsWith("SQLITE_BUSY") ?? false;

const LOCK_WAIT_TIMEOUT = 1205;

/** Whether the statement waited too long for a lock of another unit of work. */
export const isLockTimeout = (error: unknown): boolean =>
  driverError(error).errno === LOCK_WAIT_TIMEOUT;

const DUPLICATE_ENTRY = 1062;

/** Whether the unique key `uq_<table>_<column>` was violated. */
export const isDuplicate = (error: unknown, table: string, column: string): boolean => {
  const { errno, code, message = "" } = driverError(error);
  if (errno === DUPLICATE_ENTRY) return message.includes(`uq_${table}_${column}`);
  return code === "SQLITE_CONSTRAINT_UNIQUE" && message.includes(`${table}.${column}`);
};

const RETRYABLE_ERRNOS = new Set([
  1213, // deadlock
  LOCK_WAIT_TIMEOUT,
  1020, // MariaDB: the record has changed since the snapshot was taken
]);

/** Whether the whole unit of work should be run again. */
export const isRetryable = (error: unknown): boolean => {
  const { errno, code } = driverError(error);
  return (
    (errno !== undefined && RETRYABLE_ERRNOS.has(errno)) || isBusy(error) || code === "ER_CHECKREAD"
  );
};

const READ_ONLY_ERRNOS = new Set([
  1792, // a transaction that may only read
  1836, // MySQL: read-only mode
]);
const OPTION_PREVENTS_STATEMENT = 1290;

/** Whether the server accepts no changes, such as a primary that became a replica. */
export const isReadOnly = (error: unknown): boolean => {
  const { errno, message = "" } = driverError(error);
  return (
    (errno !== undefined && READ_ONLY_ERRNOS.has(errno)) ||
    (errno === OPTION_PREVENTS_STATEMENT && message.includes("read-only"))
  );
};

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

const MARIADB_OUT_OF_TIME = 1969;
const MYSQL_OUT_OF_TIME = 3024;

const OUT_OF_TIME_ERRNOS = new Set([
  MARIADB_OUT_OF_TIME,
  MYSQL_OUT_OF_TIME,
  1317, // the statement was killed
]);

/** Whether the server has ended a statement because it took too long. */
export const isOutOfTime = (error: unknown): boolean => {
  const { errno } = driverError(error);
  return errno === MARIADB_OUT_OF_TIME || errno === MYSQL_OUT_OF_TIME;
};

/** Whether the database did not answer in time: an outage, not a bug. */
export const isOutage = (error: unknown): boolean => {
  const { code, errno, message } =
    error instanceof QueryFailedError ? driverError(error) : ((error ?? {}) as DriverError);
  const isFull = message === "Queue limit reached."; // mysql2 reports this without a code
  return (
    isFull ||
    (code !== undefined && LOST_CONNECTION.has(code)) ||
    (errno !== undefined && OUT_OF_TIME_ERRNOS.has(errno)) ||
    isBusy(error)
  );
};
