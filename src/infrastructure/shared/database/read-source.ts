import type Database from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Pool, PoolConnection } from "mysql2";
import { QueryFailedError, type DataSource } from "typeorm";
import { withDeadline } from "./with-deadline.js";
import { driverError } from "./driver-error.js";
import type { Dialect, Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";
import { storeFailure } from "./store-failure.js";
import { unitOfWorkScope } from "./typeorm-unit-of-work.js";

type Query = (sql: string, values: readonly SqlValue[]) => Promise<readonly Row[]>;

/**
 * Statements that only read: outside of any unit of work, on committed rows, with a deadline. They
 * use the driver of TypeORM's connection directly, because TypeORM's query runner costs more time
 * than the driver.
 */
export class ReadSource {
  readonly dialect: Dialect;
  readonly #query: Query;

  constructor({ options, driver }: DataSource, deadlineMs: number) {
    this.dialect = options.type === "better-sqlite3" ? "sqlite" : "mysql";
    this.#query =
      this.dialect === "sqlite"
        ? queryFile(
            (driver as unknown as { readonly databaseConnection: Database.Database })
              .databaseConnection,
          )
        : queryServer(
            (driver as unknown as { readonly pool: Pool }).pool,
            deadlineMs,
            options.maxQueryExecutionTime,
          );
  }

  /** @throws StoreUnavailable when the database does not answer in time */
  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    if (unitOfWorkScope.getStore())
      throw new Error(
        "A read port was used inside a unit of work, where it does not see what the unit of work has written.",
      );
    try {
      return await this.#query(sql, values);
    } catch (error) {
      // A read port that writes is a bug.
      throw driverError(error).code === "SQLITE_READONLY" ? error : storeFailure(error);
    }
  }
}

const failed = (sql: string, values: readonly SqlValue[], error: unknown): Error =>
  new QueryFailedError(sql, [...values], error instanceof Error ? error : new Error(String(error)));

const MOST_STATEMENTS = 500;

type Cells = readonly Row[string][];

interface Prepared {
  readonly statement: Database.Statement<unknown[], Cells>;
  /**
   * As they were when the statement was prepared: statements name their columns, so a column that
   * another process adds changes nothing.
   */
  readonly columns: readonly string[];
}

const queryFile = (database: Database.Database): Query => {
  const cached = new LRUCache<string, Prepared>({ max: MOST_STATEMENTS });
  const prepare = (sql: string): Prepared => {
    const statement = database.prepare<unknown[], Cells>(sql);
    // A statement without rows writes: SQLite refuses it here, with the reason.
    if (!statement.reader) statement.run();
    const prepared = {
      statement: statement.raw(true),
      columns: statement.columns().map(({ name }) => name),
    };
    cached.set(sql, prepared);
    return prepared;
  };
  return async (sql, values) => {
    try {
      const { statement, columns } = cached.get(sql) ?? prepare(sql);
      // The driver refuses booleans.
      return statement
        .all(values.map((value) => (typeof value === "boolean" ? Number(value) : value)))
        .map((cells) => rowOf(columns, cells));
    } catch (error) {
      throw failed(sql, values, error);
    }
  };
};

// The driver makes objects of rows too, but takes half as long again.
const rowOf = (columns: readonly string[], cells: Cells): Row => {
  const row: Record<string, Row[string]> = {};
  for (let index = 0; index < columns.length; index++)
    row[columns[index] ?? ""] = cells[index] ?? null;
  return row;
};

/**
 * @param deadlineMs how long to wait for a connection and the result
 * @param timeoutMs after how long without a result the connection is closed
 */
const queryServer = (pool: Pool, deadlineMs: number, timeoutMs: number | undefined): Query => {
  const timeout = timeoutMs === undefined ? {} : { timeout: timeoutMs };
  return (sql, values) =>
    withDeadline(
      deadlineMs,
      "A read",
      new Promise((resolve, reject) => {
        pool.getConnection((refused, connection) => {
          if (refused) return reject(failed(sql, values, refused));
          connection.query({ sql, values: [...values], ...timeout }, (error, rows) => {
            release(connection, error);
            if (error) reject(failed(sql, values, error));
            else resolve(rows as unknown as readonly Row[]);
          });
        });
      }),
    );
};

/**
 * A broken connection is still in the pool when the driver reports the error, and would be used
 * again. On a connection that has timed out, a late result might be taken for the result of the
 * next statement.
 */
const release = (
  connection: PoolConnection,
  error: (NodeJS.ErrnoException & { readonly fatal?: boolean }) | null,
): void => {
  if (error?.fatal === true || error?.code === "PROTOCOL_SEQUENCE_TIMEOUT") connection.destroy();
  else connection.release();
};
