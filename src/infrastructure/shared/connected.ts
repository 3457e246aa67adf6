import type { DataSource } from "typeorm";
import { pause } from "./deadline.js";

/**
 * Connects a data source. While another process makes the embedded store or recovers it after a crash, SQLite refuses
 * everybody else at once, so it is asked again for a while.
 * @param make a new data source for each try, because one that failed is spent
 */
export const connected = async (
  make: () => DataSource,
  patienceMs: number,
): Promise<DataSource> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await make().initialize();
    } catch (error) {
      if (!isBusyOpening(error) || performance.now() > giveUpAt) throw error;
      await pause(5 + Math.random() * 20);
    }
  }
};

const isBusyOpening = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
