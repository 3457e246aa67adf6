import type Database from "better-sqlite3";
import { DataSource, type DataSourceOptions } from "typeorm";
import { silentLogger } from "./silent-logger.js";
import { SqliteDatabase } from "./sqlite-driver.js";
import { migrations } from "../migrations/migrations.js";

const shared = {
  type: "better-sqlite3",
  driver: SqliteDatabase,
  logger: silentLogger,
  // Waiting for another process is done outside of SQLite, which would stop the whole event loop meanwhile.
  timeout: 0,
  statementCacheSize: 500,
} as const satisfies Partial<DataSourceOptions>;

/** The one connection that writes. */
export const sqliteWriter = (file: string): DataSource =>
  new DataSource({
    ...shared,
    database: file,
    enableWAL: true,
    migrations,
    migrationsTableName: "plinth_migration",
    prepareDatabase: (database: Database.Database) => {
      // With the default of WAL mode an acknowledged commit could be lost at power loss.
      database.pragma("synchronous = FULL");
      database.pragma("cache_size = -32000");
    },
  });

/** A second connection that sees only what is committed and cannot write. Opened after the migrations. */
export const sqliteReader = (file: string): DataSource =>
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
