import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { DataSource } from "typeorm";
import { migrations } from "./migrations/migrations.js";
import type { Database } from "./shared/config/database-config.js";
import { connectDataSource } from "./shared/database/connect-data-source.js";
import { migrate } from "./shared/database/migrate.js";
import { mysqlSource } from "./shared/database/mysql-source.js";
import { sqliteSource } from "./shared/database/sqlite-source.js";

/** The data source that writes, not yet connected. */
export const createDataSource = (database: Database): DataSource =>
  database.kind === "embedded"
    ? sqliteSource(database.file, migrations)
    : mysqlSource(database, migrations);

/**
 * Creates the folder of the embedded store and runs the pending migrations, without a deadline for
 * statements.
 * @returns the names of the migrations that were run
 */
export const migrateDatabase = async (database: Database): Promise<readonly string[]> => {
  if (database.kind === "embedded") await mkdir(dirname(database.file), { recursive: true });
  const dataSource = await connectDataSource(
    () => createDataSource({ ...database, deadlines: { ...database.deadlines, statementMs: 0 } }),
    database.deadlines.poolWaitMs,
  );
  try {
    return await migrate(dataSource, migrations);
  } finally {
    await dataSource.destroy();
  }
};
