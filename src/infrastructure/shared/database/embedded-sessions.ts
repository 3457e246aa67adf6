import type Database from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { DataSource } from "typeorm";
import { failedStatement } from "./failed-statement.js";
import type { OpenSession, Sessions } from "./open-session.js";
import type { Row } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";
import { statementCount } from "./statement-count.js";

const MOST_STATEMENTS = 500;

/**
 * The one connection of the embedded store that writes. It uses the driver of TypeORM's connection
 * directly, because TypeORM's query runner costs more time than most statements.
 */
export class EmbeddedSession implements OpenSession {
  readonly dialect = "sqlite";
  readonly isLost = false;
  readonly #database: Database.Database;
  readonly #prepared = new LRUCache<string, Database.Statement>({ max: MOST_STATEMENTS });

  constructor({ driver }: DataSource) {
    this.#database = (
      driver as unknown as { readonly databaseConnection: Database.Database }
    ).databaseConnection;
  }

  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return this.#run(sql, values, (statement, plain) =>
      statement.reader ? (statement.all(plain) as readonly Row[]) : (statement.run(plain), []),
    );
  }

  async change(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    return this.#run(sql, values, (statement, plain) =>
      statement.reader ? statement.all(plain).length : statement.run(plain).changes,
    );
  }

  giveUp(): void {
    // A statement of the embedded store cannot be interrupted.
  }

  release(): void {
    // It is used again.
  }

  #run<T>(
    sql: string,
    values: readonly SqlValue[],
    run: (statement: Database.Statement, plain: readonly SqlValue[]) => T,
  ): T {
    statementCount.note();
    try {
      let statement = this.#prepared.get(sql);
      if (!statement) {
        statement = this.#database.prepare(sql);
        this.#prepared.set(sql, statement);
      }
      // The driver refuses booleans.
      return run(
        statement,
        values.map((value) => (typeof value === "boolean" ? Number(value) : value)),
      );
    } catch (error) {
      throw failedStatement(sql, values, error);
    }
  }
}

export const embeddedSessions = (dataSource: DataSource): Sessions => {
  const session = new EmbeddedSession(dataSource);
  return { dialect: "sqlite", open: async () => session, renew: () => undefined };
};
