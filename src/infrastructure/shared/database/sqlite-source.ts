import type Database from "better-sqlite3";
import { DataSource, type DataSourceOptions } from "typeorm";
import type { MigrationClass } from "./migrate.js";
import { silentLogger } from "./silent-logger.js";
import { SqliteDatabase } from "./sqlite-database.js";

const shared = {
  type: "better-sqlite3",
  driver: SqliteDatabase,
  logger: silentLogger,
  // SQLite would block the whole event loop while it waits for another process, so Plinth waits
  // itself.
  timeout: 0,
  statementCacheSize: 500,
} as const satisfies Partial<DataSourceOptions>;

/** How large the write-ahead log stays: some times of what a change or a checkpoint leaves. */
const LOG_BYTES = 16 * 1_048_576;

/** The one connection that writes. */
export const sqliteSource = (file: string, migrations: readonly MigrationClass[]): DataSource =>
  new DataSource({
    ...shared,
    database: file,
    enableWAL: true,
    migrations: [...migrations],
    migrationsTableName: "plinth_migration",
    prepareDatabase: (database: Database.Database) => {
      // The default of WAL mode may lose an acknowledged commit at power loss.
      database.pragma("synchronous = FULL");
      database.pragma("cache_size = -32000");
      // A process that reads for long, such as a backup, keeps the log from being used again. When
      // it has ended, the first change of a new round truncates the file, and waits for nobody.
      database.pragma(`journal_size_limit = ${LOG_BYTES}`);
    },
  });

/**
 * A second connection that reads committed rows and cannot write. It is opened after the
 * migrations.
 */
export const sqliteReadSource = (file: string): DataSource =>
  new DataSource({
    ...shared,
    database: file,
    readonly: true,
    fileMustExist: true,
    prepareDatabase: (database: Database.Database) => {
      database.pragma("cache_size = -32000");
      database.pragma("mmap_size = 268435456");
    },
  });

const FULL = 2;

/** @throws Error when commits would not survive a power loss */
export const checkDurability = async (writer: DataSource): Promise<void> => {
  const [row] = await writer.query<{ synchronous: number }[]>("PRAGMA synchronous");
  if (row?.synchronous !== FULL)
    throw new Error(
      `The embedded store must run with synchronous = FULL, not ${row?.synchronous}.`,
    );
};
