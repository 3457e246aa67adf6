import type { DataSource } from "typeorm";
import { checkUnique } from "../application/shared/check-unique.js";
import type { RowCheckReads } from "../application/shared/row-checks.js";
import type { Clock } from "../application/shared/clock.js";
import type { UnitOfWork } from "../application/shared/unit-of-work.js";
import { noLimitCounters, type LimitCounters } from "../application/shared/limit-counters.js";
import { DEFAULT_LIMITS, type Limits } from "../application/shared/limits.js";
import { createDataSource, migrateDatabase } from "./create-data-source.js";
import { sqlRowCheckReads } from "./shared/checks/sql-row-checks.js";
import type { Database } from "./shared/config/database-config.js";
import { connectDataSource } from "./shared/database/connect-data-source.js";
import { DatabaseServer } from "./shared/database/database-server.js";
import { embeddedSessions } from "./shared/database/embedded-sessions.js";
import { checkSession } from "./shared/database/mysql-source.js";
import { OpenedFiles } from "./shared/database/opened-files.js";
import { ReadSource } from "./shared/database/read-source.js";
import type { SqlSession } from "./shared/database/sql-session.js";
import { checkDurability, sqliteReadSource } from "./shared/database/sqlite-source.js";
import { checksOf } from "./shared/storage/checks-of.js";
import { storesOf } from "./shared/storage/stores-of.js";
import { SqlUnitOfWork } from "./shared/database/sql-unit-of-work.js";
import type { ReadsOf, Storage, StoresOf, WorkerStoresOf } from "./shared/storage/storage.js";
import { hasSignalledWork } from "./shared/worker/signal-work.js";
import { STORAGES } from "./storages.js";

interface OpenedStore<Storages extends readonly Storage[]> {
  readonly unitOfWork: UnitOfWork<StoresOf<Storages>>;
  readonly workerUnitOfWork: UnitOfWork<WorkerStoresOf<Storages>>;
  /**
   * Calls the listener after each commit of this process that has stored events or scheduled work.
   */
  onNewWork(listener: () => void): void;
  readonly readSource: ReadSource;
  readonly rowCheckReads: RowCheckReads;
  /** The migrations that were run when the store was opened. */
  readonly migrated: readonly string[];
  /** @throws StoreUnavailable when the database does not answer, or its files were replaced */
  ping(): Promise<void>;
  /** Makes what is still running on a server fail, so that a stop need not wait for it. */
  giveUp(): void;
  close(): Promise<void>;
}

/** The storage of several contexts, on either database. */
export type StoreOf<Storages extends readonly Storage[]> = OpenedStore<Storages> &
  ReadsOf<Storages>;

interface StoreLimits {
  readonly limits?: Limits;
  readonly counters?: LimitCounters;
}

/** The storage of a shop, on either database. */
export type Store = StoreOf<typeof STORAGES>;

/**
 * Opens the database, and creates or migrates it before.
 * @throws Error when the database cannot be reached or written, or when contexts declare the same
 * name
 */
export const openStore = async <const Storages extends readonly Storage[] = typeof STORAGES>(
  database: Database,
  clock: Clock,
  storages: Storages | typeof STORAGES = STORAGES,
  { limits = DEFAULT_LIMITS, counters = noLimitCounters }: StoreLimits = {},
): Promise<StoreOf<Storages>> => {
  const migrated = await migrateDatabase(database, storages);
  const { poolWaitMs } = database.deadlines;
  const writer = await connectDataSource(() => createDataSource(database, storages), poolWaitMs);
  try {
    await (database.kind === "embedded" ? checkDurability(writer) : checkSession(writer));
    const reader =
      database.kind === "embedded"
        ? await connectDataSource(() => sqliteReadSource(database.file), poolWaitMs)
        : writer;
    // The first read creates the write-ahead log.
    await reader.query("SELECT name FROM plinth_setting LIMIT 1");
    const opened = { writer, reader, migrated, database, limits, counters };
    return storeOn(opened, clock, storages as Storages);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
};

interface OpenedDatabase {
  readonly writer: DataSource;
  readonly reader: DataSource;
  readonly migrated: readonly string[];
  readonly database: Database;
  readonly limits: Limits;
  readonly counters: LimitCounters;
}

const storeOn = <Storages extends readonly Storage[]>(
  { writer, reader, migrated, database, limits, counters }: OpenedDatabase,
  clock: Clock,
  storages: Storages,
): StoreOf<Storages> => {
  const { poolWaitMs, statementMs } = database.deadlines;
  // A search that waited longer than the server is ready without it would take the place of others.
  const deadlineMs = Math.min(poolWaitMs + statementMs, limits.searchLoadMs);
  const files = database.kind === "embedded" ? new OpenedFiles(database.file) : null;
  const server =
    database.kind === "mysql" ? new DatabaseServer(writer, database, limits, counters) : null;
  const readSource = new ReadSource(server?.connections ?? reader);
  const parts = storages.map((storage: Storage) => ({
    storage,
    reads: storage.reads?.({ source: readSource, deadlineMs, clock, limits, counters }) ?? {},
  }));
  checkUnique(
    "read",
    parts.map(({ storage, reads }) => [storage.name, Object.keys(reads)]),
  );
  const listeners: ((session: SqlSession) => void)[] = parts.map(
    ({ storage, reads }) =>
      (session) =>
        storage.committed?.(reads as never, session),
  );
  const committed = (session: SqlSession): void =>
    void (hasSignalledWork(session) && listeners.forEach((listener) => listener(session)));
  // One for the whole process, because it has the mutex of the embedded store.
  const unitOfWork = new SqlUnitOfWork(
    server?.connections ?? embeddedSessions(writer),
    storesOf(storages, clock),
    {
      waitMs: poolWaitMs,
      unitMs: limits.unitOfWorkMs,
      waiting: limits.waitingWriters,
      counters,
      isReading: () => parts.some(({ storage, reads }) => storage.isReading?.(reads as never)),
    },
    committed,
    () => files?.ensureUnchanged(),
  );
  const store: OpenedStore<Storages> = {
    unitOfWork,
    workerUnitOfWork: unitOfWork,
    onNewWork: (listener) => void listeners.push(listener),
    readSource,
    rowCheckReads: sqlRowCheckReads(readSource, checksOf(storages)),
    migrated,
    ping: async () => {
      files?.ensureUnchanged();
      // A table, because a server may answer although the database of the shop is missing or
      // incomplete.
      const sql = "SELECT name FROM plinth_setting LIMIT 1";
      await (server?.answers(sql) ?? readSource.query(sql));
    },
    giveUp: () => server?.connections.giveUp(),
    close: async () => {
      for (const { storage, reads } of parts) await storage.close?.(reads as never);
      if (server) return server.close();
      await reader.destroy();
      await writer.destroy();
    },
  };
  return Object.assign({}, ...parts.map(({ reads }) => reads), store) as StoreOf<Storages>;
};
