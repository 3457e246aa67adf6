import type Database from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Pool, PoolConnection } from "mysql2";
import { QueryFailedError, type DataSource } from "typeorm";
import { StoreUnavailable } from "../../application/shared/unit-of-work.js";
import { within } from "./deadline.js";
import { isOutage, type Dialect, type Row, type SqlValue } from "./sql.js";
import { insideUnitOfWork } from "./typeorm-unit-of-work.js";

type Look = (sql: string, values: readonly SqlValue[]) => Promise<readonly Row[]>;

/**
 * Statements that only look: outside of any unit of work, on committed rows, never waiting for ever. They go to the driver that TypeORM has
 * connected: its query runner costs each of them more than the driver does.
 */
export class ReadSource {
  readonly dialect: Dialect;
  readonly #look: Look;

  constructor({ options, driver }: DataSource, deadlineMs: number) {
    this.dialect = options.type === "better-sqlite3" ? "sqlite" : "mysql";
    this.#look =
      this.dialect === "sqlite"
        ? inFile(
            (driver as unknown as { readonly databaseConnection: Database.Database })
              .databaseConnection,
          )
        : onServer(
            (driver as unknown as { readonly pool: Pool }).pool,
            deadlineMs,
            options.maxQueryExecutionTime,
          );
  }

  /** @throws StoreUnavailable when the database does not answer in time */
  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    if (insideUnitOfWork.getStore())
      throw new Error(
        "A read port was asked inside a unit of work: it would not see what the unit of work has written.",
      );
    try {
      return await this.#look(sql, values);
    } catch (error) {
      throw isOutage(error)
        ? new StoreUnavailable("The database could not be reached, or did not answer in time.", {
            cause: error,
          })
        : error;
    }
  }
}

const failed = (sql: string, values: readonly SqlValue[], error: unknown): Error =>
  new QueryFailedError(sql, [...values], error instanceof Error ? error : new Error(String(error)));

const MOST_STATEMENTS = 500;

type Cells = readonly Row[string][];

interface Prepared {
  readonly statement: Database.Statement<unknown[], Cells>;
  /** As they are when it is prepared: what is read names its columns, so that one that another process adds changes nothing. */
  readonly columns: readonly string[];
}

const inFile = (database: Database.Database): Look => {
  const known = new LRUCache<string, Prepared>({ max: MOST_STATEMENTS });
  const prepared = (sql: string): Prepared => {
    const statement = database.prepare<unknown[], Cells>(sql);
    // What gives no rows writes, and SQLite says itself what it thinks of that.
    if (!statement.reader) statement.run();
    const made = {
      statement: statement.raw(true),
      columns: statement.columns().map(({ name }) => name),
    };
    known.set(sql, made);
    return made;
  };
  return async (sql, values) => {
    try {
      const { statement, columns } = known.get(sql) ?? prepared(sql);
      // SQLite has no truth values, and its driver takes none.
      return statement
        .all(values.map((value) => (typeof value === "boolean" ? Number(value) : value)))
        .map((cells) => rowOf(columns, cells));
    } catch (error) {
      throw failed(sql, values, error);
    }
  };
};

// The driver makes objects of rows too, at half as much again.
const rowOf = (columns: readonly string[], cells: Cells): Row => {
  const row: Record<string, Row[string]> = {};
  for (let index = 0; index < columns.length; index++)
    row[columns[index] ?? ""] = cells[index] ?? null;
  return row;
};

/**
 * @param deadlineMs after how long nobody waits any more, be it for a connection or for the answer
 * @param timeoutMs after how long without an answer a connection is given up
 */
const onServer = (pool: Pool, deadlineMs: number, timeoutMs: number | undefined): Look => {
  const timeout = timeoutMs === undefined ? {} : { timeout: timeoutMs };
  return (sql, values) =>
    within(
      deadlineMs,
      "A read",
      new Promise((resolve, reject) => {
        pool.getConnection((refused, connection) => {
          if (refused) return reject(failed(sql, values, refused));
          connection.query({ sql, values: [...values], ...timeout }, (error, rows) => {
            giveBack(connection, error);
            if (error) reject(failed(sql, values, error));
            else resolve(rows as unknown as readonly Row[]);
          });
        });
      }),
    );
};

/**
 * Where the driver tells of a broken connection it is still in the pool, and whoever waits would be given it. And on one that does not answer,
 * the answer might come in between those of the next statement.
 */
const giveBack = (
  connection: PoolConnection,
  error: (NodeJS.ErrnoException & { readonly fatal?: boolean }) | null,
): void => {
  if (error?.fatal === true || error?.code === "PROTOCOL_SEQUENCE_TIMEOUT") connection.destroy();
  else connection.release();
};
