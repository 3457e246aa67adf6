import { createHash } from "node:crypto";
import type { DataSource, QueryRunner } from "typeorm";
import { pause } from "./deadline.js";
import { SqliteDatabase } from "./sqlite-driver.js";

type Work<T> = (runner: QueryRunner) => Promise<T>;

/** One process at a time, on one connection. The lock ends with the process that holds it, however that ends. */
export const withMigrationLock = async <T>(dataSource: DataSource, work: Work<T>): Promise<T> => {
  const runner = dataSource.createQueryRunner();
  try {
    return await (dataSource.options.type === "better-sqlite3"
      ? onSideDatabase(`${dataSource.options.database}.migration-lock`, () => work(runner))
      : onServer(runner, String(dataSource.options.database), () => work(runner)));
  } finally {
    await runner.release();
  }
};

/** A lock file would outlive a killed process; a transaction on a side database does not. */
async function onSideDatabase<T>(file: string, work: () => Promise<T>): Promise<T> {
  const side = new SqliteDatabase(file, { timeout: 0 });
  try {
    await untilTaken(() => {
      try {
        return side.exec("BEGIN EXCLUSIVE");
      } catch (error) {
        if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) return null;
        throw error;
      }
    });
    return await work();
  } finally {
    side.close();
  }
}

async function onServer<T>(
  runner: QueryRunner,
  database: string,
  work: () => Promise<T>,
): Promise<T> {
  // Locks are known to the whole server: the name tells our database from others.
  const name = `plinth-migration-${createHash("sha256").update(database).digest("hex").slice(0, 16)}`;
  await untilTaken(async () => {
    const [row] = (await runner.query("SELECT GET_LOCK(?, 0) AS taken", [name])) as {
      taken: string | number | null;
    }[];
    return Number(row?.taken) === 1 ? true : null;
  });
  try {
    return await work();
  } finally {
    await runner.query("SELECT RELEASE_LOCK(?)", [name]);
  }
}

const PATIENCE_MS = 120_000;

/** @returns the answer of the first try that succeeds @throws Error when none does in two minutes */
const untilTaken = async <T>(take: () => Promise<T | null> | T | null): Promise<T> => {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS;) {
    const taken = await take();
    if (taken !== null) return taken;
    await pause(20 + Math.random() * 30);
  }
  throw new Error(
    "Another process has been migrating the database for two minutes: look what it is doing, end it if it hangs, and start again.",
  );
};
