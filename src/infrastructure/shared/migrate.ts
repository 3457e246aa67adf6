import type { DataSource } from "typeorm";
import { withMigrationLock, type MigrationLock } from "./migration-lock.js";

/**
 * Brings the tables up to date. Several processes may start at once: one migrates, the others wait and find nothing left to do.
 * @returns the names of the migrations that were run
 */
export const migrate = async (dataSource: DataSource, lock: MigrationLock = withMigrationLock): Promise<readonly string[]> => {
  if (!(await dataSource.showMigrations())) return [];
  return lock(dataSource, async () => {
    const done = await dataSource.runMigrations({ transaction: "each" });
    return done.map(({ name }) => name);
  });
};
