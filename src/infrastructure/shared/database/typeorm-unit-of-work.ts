import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool } from "mysql2";
import type { DataSource, QueryRunner } from "typeorm";
import {
  NestedUnitOfWork,
  type Transaction,
  type UnitOfWork,
} from "../../../application/shared/unit-of-work.js";
import { sleep } from "../sleep.js";
import { withDeadline } from "./with-deadline.js";
import { isBusy, isOutage, isReadOnly, isRetryable } from "./driver-error.js";
import { Mutex } from "./mutex.js";
import { renewConnections } from "./renewable-pool.js";
import type { Dialect, Row, SqlSession } from "./sql-session.js";
import type { SqlValue } from "./sql-value.js";
import { storeFailure } from "./store-failure.js";

const ATTEMPTS = 5;

// TypeORM begins without IMMEDIATE: SQLite would lock for writing at the first change only, and two
// units of work that read before they write would both decide on the same state.
const BEGIN: Readonly<Record<Dialect, string>> = {
  sqlite: "BEGIN IMMEDIATE",
  mysql: "START TRANSACTION",
};

/** Whether the running code is inside a unit of work. */
export const unitOfWorkScope = new AsyncLocalStorage<true>();

interface UnitOfWorkLimits {
  /** How long to wait for a connection, or for other writers of the embedded store. */
  readonly waitMs: number;
}

/**
 * Units of work on either database: one writer at a time on the embedded store, row locks and
 * retries on MySQL.
 */
export class TypeormUnitOfWork<Stores> implements UnitOfWork<Stores> {
  readonly #dialect: Dialect;
  readonly #mutex: Mutex;

  constructor(
    private readonly dataSource: DataSource,
    private readonly open: (session: SqlSession) => Stores,
    private readonly limits: UnitOfWorkLimits,
    private readonly committed: (session: SqlSession) => void = () => undefined,
    /** Throws when what is committed would be lost. */
    private readonly ensureKept: () => void = () => undefined,
  ) {
    this.#dialect = dataSource.options.type === "better-sqlite3" ? "sqlite" : "mysql";
    this.#mutex = new Mutex(limits.waitMs);
  }

  async run<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T> {
    if (unitOfWorkScope.getStore()) throw new NestedUnitOfWork();
    const once = () => unitOfWorkScope.run(true, () => this.#once(work));
    // TypeORM has one query runner for SQLite: two concurrent transactions would become one.
    return this.#dialect === "sqlite"
      ? this.#mutex.runExclusive(() => this.#repeat(once))
      : this.#repeat(once);
  }

  /** MySQL has already rolled back the loser of a deadlock, so the whole work starts over. */
  async #repeat<T>(once: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + this.limits.waitMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        const canRetry = isBusy(error)
          ? performance.now() < giveUpAt
          : isRetryable(error) && attempt < ATTEMPTS;
        if (!canRetry) throw storeFailure(error);
        await sleep(
          isBusy(error) ? 5 + Math.random() * 20 : 2 ** attempt * (5 + Math.random() * 10),
        );
      }
    }
  }

  async #once<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await withDeadline(
        this.limits.waitMs,
        "Waiting for a connection",
        runner.connect().then(() => runner),
        (late) => void late.release(),
      );
      const session = sessionOn(runner, this.#dialect);
      await session.change(BEGIN[this.#dialect]);
      try {
        const result = await work(this.open(session), { attempt: savepoints(session) });
        this.ensureKept();
        await session.change("COMMIT");
        // Once more, because a slow disk takes its time for the commit.
        this.ensureKept();
        this.committed(session);
        return result;
      } catch (error) {
        await rollBack(session);
        if (isReadOnly(error)) renewConnections(poolOf(this.dataSource));
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

const poolOf = ({ driver }: DataSource): Pool => (driver as unknown as { pool: Pool }).pool;

const sessionOn = (runner: QueryRunner, dialect: Dialect): SqlSession => ({
  dialect,
  query: (sql: string, values: readonly SqlValue[] = []) =>
    runner.query(sql, [...values]) as Promise<readonly Row[]>,
  change: async (sql: string, values: readonly SqlValue[] = []) =>
    (await runner.query(sql, [...values], true)).affected ?? 0,
});

const savepoints = (session: SqlSession) => {
  let depth = 0;
  return async <T>(part: () => Promise<T>): Promise<T> => {
    const name = `plinth_${++depth}`;
    try {
      await session.change(`SAVEPOINT ${name}`);
      const result = await part();
      await session.change(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      // A deadlock ends the whole transaction, with its savepoints.
      if (!isRetryable(error) && !isOutage(error))
        await session.change(`ROLLBACK TO SAVEPOINT ${name}`);
      throw error;
    } finally {
      depth--;
    }
  };
};

async function rollBack(session: SqlSession): Promise<void> {
  try {
    await session.change("ROLLBACK");
  } catch {
    // The database has rolled back already, or the connection is closed; the first error has the
    // reason.
  }
}
