import type Database from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { DataSource } from "typeorm";
import { isBusyLong, yieldWhenLong } from "../../../application/shared/yield-when-long.js";
import { driverError } from "./driver-error.js";
import { failedStatement } from "./failed-statement.js";
import { ServerConnections } from "./server-connections.js";
import type { Dialect, Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";
import { statementCount } from "./statement-count.js";
import { storeFailure } from "./store-failure.js";
import { unitOfWorkScope } from "./unit-of-work-scope.js";

type Query = (
  sql: string,
  values: readonly SqlValue[],
  letsOthersGoFirst: boolean,
) => Promise<readonly Row[]>;

/**
 * Statements that only read: outside of any unit of work, on committed rows, with a deadline. They
 * use the driver of TypeORM's connection directly, because TypeORM's query runner costs more time
 * than the driver.
 */
export class ReadSource {
  readonly dialect: Dialect;
  readonly #query: Query;

  /** @param source a connection to the embedded store, or those to a server */
  constructor(source: DataSource | ServerConnections) {
    this.dialect = source instanceof ServerConnections ? "mysql" : "sqlite";
    this.#query =
      source instanceof ServerConnections
        ? (sql, values) => source.query(sql, values)
        : queryFile(
            (source.driver as unknown as { readonly databaseConnection: Database.Database })
              .databaseConnection,
          );
  }

  /** @throws StoreUnavailable when the database does not answer in time */
  query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return this.#read(sql, values, true);
  }

  /** As `query`, for work that yields to the event loop by itself: it need not wait for its turn. */
  queryAtOnce(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return this.#read(sql, values, false);
  }

  async #read(...[sql, values, letsOthersGoFirst]: Parameters<Query>): ReturnType<Query> {
    if (unitOfWorkScope.isInside)
      throw new Error(
        "A read port was used inside a unit of work, where it does not see what the unit of work has written.",
      );
    try {
      return await this.#query(sql, values, letsOthersGoFirst);
    } catch (error) {
      // A read port that writes is a bug.
      throw driverError(error).code === "SQLITE_READONLY" ? error : storeFailure(error);
    }
  }
}

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
  return async (sql, values, letsOthersGoFirst) => {
    // A statement keeps the process busy until its last row.
    if (letsOthersGoFirst && isBusyLong()) await yieldWhenLong();
    try {
      statementCount.note();
      const { statement, columns } = cached.get(sql) ?? prepare(sql);
      // The driver refuses booleans.
      const rows = statement.all(
        values.map((value) => (typeof value === "boolean" ? Number(value) : value)),
      );
      return rows.length <= FEW_ROWS || !letsOthersGoFirst
        ? rows.map((cells) => rowOf(columns, cells))
        : await withoutLongWork(rows, (cells) => rowOf(columns, cells));
    } catch (error) {
      throw failedStatement(sql, values, error);
    }
  };
};

/** How many rows are turned into something between two looks at the clock. */
const FEW_ROWS = 500;

/** What many rows are turned into, while others go first now and then. */
const withoutLongWork = async <From, To>(
  rows: readonly From[],
  into: (row: From) => To,
): Promise<readonly To[]> => {
  const results: To[] = [];
  for (const row of rows) {
    results.push(into(row));
    if (results.length % FEW_ROWS === 0 && isBusyLong()) await yieldWhenLong();
  }
  return results;
};

// The driver makes objects of rows too, but takes half as long again.
const rowOf = (columns: readonly string[], cells: Cells): Row => {
  const row: Record<string, Row[string]> = {};
  for (let index = 0; index < columns.length; index++)
    row[columns[index] ?? ""] = cells[index] ?? null;
  return row;
};
