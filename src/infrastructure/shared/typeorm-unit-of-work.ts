import { AsyncLocalStorage } from "node:async_hooks";
import type { DataSource, QueryRunner } from "typeorm";
import {
  NestedUnitOfWork,
  StoreUnavailable,
  type Transaction,
  type UnitOfWork,
} from "../../application/shared/unit-of-work.js";
import { pause, within } from "./deadline.js";
import { diskProblem } from "./disk-problem.js";
import {
  isBusy,
  isOutage,
  isRetryable,
  type Dialect,
  type Row,
  type SqlSession,
  type SqlValue,
} from "./sql.js";
import { Turnstile } from "./turnstile.js";

const ATTEMPTS = 5;

// Written here, because TypeORM begins without IMMEDIATE: SQLite would then take the write lock at the first change only,
// and two units of work that read before they write would both decide on the same state.
const BEGIN: Readonly<Record<Dialect, string>> = {
  sqlite: "BEGIN IMMEDIATE",
  mysql: "START TRANSACTION",
};

/** Whether the running code is inside a unit of work. */
export const insideUnitOfWork = new AsyncLocalStorage<true>();

export interface UnitOfWorkLimits {
  /** How long to wait for a connection, or for one's turn on the embedded store. */
  readonly waitMs: number;
}

/** Units of work on either database: one writer at a time on the embedded store, row locks and retries on MySQL. */
export class TypeormUnitOfWork<Stores> implements UnitOfWork<Stores> {
  readonly #dialect: Dialect;
  readonly #turnstile: Turnstile;

  constructor(
    private readonly dataSource: DataSource,
    private readonly open: (session: SqlSession) => Stores,
    private readonly limits: UnitOfWorkLimits,
    private readonly committed: (session: SqlSession) => void = () => undefined,
  ) {
    this.#dialect = dataSource.options.type === "better-sqlite3" ? "sqlite" : "mysql";
    this.#turnstile = new Turnstile(limits.waitMs);
  }

  async run<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T> {
    if (insideUnitOfWork.getStore()) throw new NestedUnitOfWork();
    const once = () => insideUnitOfWork.run(true, () => this.#once(work));
    // TypeORM has one query runner for SQLite: two transactions at once would become one.
    return this.#dialect === "sqlite"
      ? this.#turnstile.pass(() => this.#repeat(once))
      : this.#repeat(once);
  }

  /** MySQL has rolled the loser of a deadlock back already, so the whole work starts over. */
  async #repeat<T>(once: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + this.limits.waitMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        const mayTryAgain = isBusy(error)
          ? performance.now() < giveUpAt
          : isRetryable(error) && attempt < ATTEMPTS;
        if (!mayTryAgain) throw explained(error);
        await pause(
          isBusy(error) ? 5 + Math.random() * 20 : 2 ** attempt * (5 + Math.random() * 10),
        );
      }
    }
  }

  async #once<T>(work: (stores: Stores, transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await within(
        this.limits.waitMs,
        "Waiting for a connection",
        runner.connect().then(() => runner),
        (late) => void late.release(),
      );
      const session = sessionOn(runner, this.#dialect);
      await session.change(BEGIN[this.#dialect]);
      try {
        const result = await work(this.open(session), { attempt: savepoints(session) });
        await session.change("COMMIT");
        this.committed(session);
        return result;
      } catch (error) {
        await rollBack(session);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** A bug stays what it is; what the surroundings are to blame for is told as such. */
function explained(error: unknown): unknown {
  const disk = diskProblem(error);
  if (disk !== null) return new StoreUnavailable(disk, { cause: error });
  if (isBusy(error))
    return new StoreUnavailable(
      "Another process kept writing to the embedded store, so there was no turn in time: try again.",
      { cause: error },
    );
  return isRetryable(error) || isOutage(error)
    ? new StoreUnavailable("The database could not be reached, or did not take the work in time.", {
        cause: error,
      })
    : error;
}

export const sessionOn = (runner: QueryRunner, dialect: Dialect): SqlSession => ({
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
      // After a deadlock the database has forgotten the savepoint together with the whole transaction.
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
    // The database has rolled back by itself, or the connection is gone; the first error says why.
  }
}
