import { MigrationExecutor, type DataSource, type QueryRunner } from "typeorm";
import { migrations } from "../migrations/migrations.js";
import { withMigrationLock } from "./migration-lock.js";

/**
 * Brings the tables up to date. Several processes may start at once: one migrates, the others wait and find nothing left to do.
 * @returns the names of the migrations that were run
 */
export const migrate = async (dataSource: DataSource): Promise<readonly string[]> => {
  if ((await pending(dataSource)).length === 0) return [];
  return withMigrationLock(dataSource, async (runner) => {
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = "each";
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  });
};

/** What is still to be done. TypeORM's own look at it would create a table, outside of any lock. */
const pending = async (dataSource: DataSource): Promise<readonly string[]> => {
  const runner: QueryRunner = dataSource.createQueryRunner();
  try {
    const done = (await runner.hasTable("plinth_migration"))
      ? ((await runner.query("SELECT name FROM plinth_migration")) as { name: string }[])
      : [];
    const names = new Set(done.map(({ name }) => name));
    return migrations.map(({ name }) => name).filter((name) => !names.has(name));
  } finally {
    await runner.release();
  }
};
