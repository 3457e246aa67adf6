import { createHash } from "node:crypto";
import type { DataSource, QueryRunner } from "typeorm";
import { sleep } from "../sleep.js";
import { createPrivateFile } from "../files/create-private-file.js";
import { SqliteDatabase } from "./sqlite-database.js";

type Work<T> = (runner: QueryRunner) => Promise<T>;

/**
 * Runs work on one connection, in one process at a time. The lock ends with the process that holds
 * it, even after a crash.
 */
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
  await createPrivateFile(file);
  const side = new SqliteDatabase(file, { timeout: 0 });
  try {
    await untilLocked(() => {
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
  // Locks belong to the whole server: the name distinguishes this database from others.
  const name = `plinth-migration-${createHash("sha256").update(database).digest("hex").slice(0, 16)}`;
  await untilLocked(async () => {
    const [row] = (await runner.query("SELECT GET_LOCK(?, 0) AS locked", [name])) as {
      locked: string | number | null;
    }[];
    return Number(row?.locked) === 1 ? true : null;
  });
  try {
    return await work();
  } finally {
    await runner.query("SELECT RELEASE_LOCK(?)", [name]);
  }
}

const PATIENCE_MS = 120_000;

/**
 * @returns the result of the first attempt that succeeds
 * @throws Error when none does in two minutes
 */
const untilLocked = async <T>(lock: () => Promise<T | null> | T | null): Promise<T> => {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS;) {
    const locked = await lock();
    if (locked !== null) return locked;
    await sleep(20 + Math.random() * 30);
  }
  throw new Error(
    "Another process has been migrating the database for two minutes: check what it is doing, end it if it hangs, and start again.",
  );
};
