import type { DataSource } from "typeorm";
import { sleep } from "../sleep.js";

/**
 * Connects a data source. While another process creates the embedded store or recovers it after a
 * crash, SQLite refuses all others at once, so the connection is tried again for a while.
 * @param make a new data source for each attempt, because one that failed cannot be used again
 */
export const connectDataSource = async (
  make: () => DataSource,
  patienceMs: number,
): Promise<DataSource> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await make().initialize();
    } catch (error) {
      if (!isBusyOpening(error) || performance.now() > giveUpAt) throw error;
      await sleep(5 + Math.random() * 20);
    }
  }
};

const isBusyOpening = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
