import {
  MigrationExecutor,
  type DataSource,
  type MigrationInterface,
  type QueryRunner,
} from "typeorm";
import { withMigrationLock } from "./with-migration-lock.js";

/** A migration; its name is stored in the database and never changes. */
export type MigrationClass = new () => MigrationInterface;

/**
 * Runs the pending migrations. Several processes may start at once: one migrates, the others wait
 * and find nothing to do.
 * @returns the names of the migrations that were run
 */
export const migrate = async (
  dataSource: DataSource,
  migrations: readonly MigrationClass[],
): Promise<readonly string[]> => {
  if (!(await isBehind(dataSource, migrations))) return [];
  return withMigrationLock(dataSource, async (runner) => {
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = "each";
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  });
};

// TypeORM's own check would create a table, outside of any lock.
const isBehind = async (
  dataSource: DataSource,
  migrations: readonly MigrationClass[],
): Promise<boolean> => {
  const runner: QueryRunner = dataSource.createQueryRunner();
  try {
    const done = (await runner.hasTable("plinth_migration"))
      ? ((await runner.query("SELECT name FROM plinth_migration")) as { name: string }[])
      : [];
    const names = new Set(done.map(({ name }) => name));
    return migrations.some(({ name }) => !names.has(name));
  } finally {
    await runner.release();
  }
};
