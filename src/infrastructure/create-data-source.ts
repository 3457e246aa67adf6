import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DataSource } from "typeorm";
import type { Database } from "./shared/config/database-config.js";
import { connectDataSource } from "./shared/database/connect-data-source.js";
import { migrate } from "./shared/database/migrate.js";
import { migrationsOf } from "./shared/storage/migrations-of.js";
import { mysqlSource } from "./shared/database/mysql-source.js";
import { sqliteSource } from "./shared/database/sqlite-source.js";
import { createPrivateFile } from "./shared/files/create-private-file.js";
import type { Storage } from "./shared/storage/storage.js";
import { STORAGES } from "./storages.js";

/** The data source that writes, not yet connected. */
export const createDataSource = (
  database: Database,
  storages: readonly Storage[] = STORAGES,
): DataSource =>
  database.kind === "embedded"
    ? sqliteSource(database.file, migrationsOf(storages))
    : mysqlSource(database, migrationsOf(storages));

/**
 * Creates the folder of the embedded store and runs the pending migrations, without a deadline for
 * statements.
 * @returns the names of the migrations that were run
 */
export const migrateDatabase = async (
  database: Database,
  storages: readonly Storage[] = STORAGES,
): Promise<readonly string[]> => {
  if (database.kind === "embedded") {
    await mkdir(dirname(database.file), { recursive: true, mode: 0o700 });
    // SQLite gives its other files the permissions of this one.
    await createPrivateFile(database.file);
  }
  const unhurried = { ...database, deadlines: { ...database.deadlines, statementMs: 0 } };
  const dataSource = await connectDataSource(
    () => createDataSource(unhurried, storages),
    database.deadlines.poolWaitMs,
  );
  try {
    return await migrate(dataSource, migrationsOf(storages));
  } finally {
    await dataSource.destroy();
  }
};
