import {
  NestedUnitOfWork,
  OutcomeUnknown,
  StoreUnavailable,
  type Transaction,
  type UnitLife,
  type UnitOfWork,
} from "../../../application/shared/unit-of-work.js";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { sleep } from "../sleep.js";
import { isBusy, isOutage, isReadOnly, isRetryable } from "./driver-error.js";
import { Mutex } from "./mutex.js";
import type { OpenSession, Sessions } from "./open-session.js";
import type { Dialect, SqlSession } from "./sql-session.js";
import { storeFailure } from "./store-failure.js";
import { unitOfWorkScope } from "./unit-of-work-scope.js";

const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 250;
/** What is left of the time of a request for the answer, when its unit of work is given up. */
const ANSWER_MS = 300;

// TypeORM begins without IMMEDIATE: SQLite would lock for writing at the first change only, and two
// units of work that read before they write would both decide on the same state.
const BEGIN: Readonly<Record<Dialect, string>> = {
  sqlite: "BEGIN IMMEDIATE",
  mysql: "START TRANSACTION",
};

interface UnitOfWorkLimits {
  /** How long to wait for other writers of the embedded store. */
  readonly waitMs: number;
  /** Whether something is read that the process needs before it can serve. */
  readonly isReading?: () => boolean;
  /** How long a unit of work may take; Infinity for no limit. */
  readonly unitMs: number;
  /** How many may wait for other writers of the embedded store. */
  readonly waiting?: number;
  readonly counters?: LimitCounters;
}

type Work<Stores, T> = (stores: Stores, transaction: Transaction) => Promise<T>;

/**
 * Units of work on either database: one writer at a time on the embedded store, row locks and
 * retries on MySQL.
 */
export class SqlUnitOfWork<Stores> implements UnitOfWork<Stores> {
  readonly #mutex: Mutex;
  readonly #counters: LimitCounters;

  constructor(
    private readonly sessions: Sessions,
    private readonly open: (session: SqlSession) => Stores,
    private readonly limits: UnitOfWorkLimits,
    private readonly committed: (session: SqlSession) => void = () => undefined,
    /** Throws when what is committed would be lost. */
    private readonly ensureKept: () => void = () => undefined,
  ) {
    // A slow disk keeps the whole process waiting for each commit, so what is read meanwhile gets
    // its time in between.
    this.#counters = limits.counters ?? noLimitCounters;
    this.#mutex = new Mutex(
      limits.waitMs,
      limits.waiting,
      (workMs) => (limits.isReading?.() ? Math.min(2 * workMs, LONGEST_PAUSE_MS) : 0),
      this.#counters,
    );
  }

  async run<T>(work: Work<Stores, T>, life?: UnitLife): Promise<T> {
    if (unitOfWorkScope.isInside) throw new NestedUnitOfWork();
    const ownEnd = performance.now() + this.limits.unitMs;
    const requestEnd = (life?.endsAt ?? Infinity) - ANSWER_MS;
    const endsAt = Math.min(ownEnd, requestEnd);
    const over = (): void =>
      this.#counters.reached(requestEnd < ownEnd ? "graphqlMs" : "unitOfWorkMs");
    const once = () => unitOfWorkScope.run(() => this.#once(work, { endsAt, over }, life));
    // TypeORM has one query runner for SQLite: two concurrent transactions would become one.
    return this.sessions.dialect === "sqlite"
      ? this.#mutex.runExclusive(() => this.#repeat(once, endsAt), life)
      : this.#repeat(once, endsAt);
  }

  /** MySQL has already rolled back the loser of a deadlock, so the whole work starts over. */
  async #repeat<T>(once: () => Promise<T>, endsAt: number): Promise<T> {
    const giveUpAt = Math.min(performance.now() + this.limits.waitMs, endsAt);
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        const canRetry = isBusy(error)
          ? performance.now() < giveUpAt
          : isRetryable(error) && attempt < ATTEMPTS && performance.now() < endsAt;
        if (!canRetry && isBusy(error)) this.#counters.reached("poolWaitMs");
        if (!canRetry) throw storeFailure(error);
        await sleep(
          isBusy(error) ? 5 + Math.random() * 20 : 2 ** attempt * (5 + Math.random() * 10),
        );
      }
    }
  }

  async #once<T>(work: Work<Stores, T>, end: EndOfUnit, life?: UnitLife): Promise<T> {
    const opened = await this.sessions.open(life);
    const time = new TimeOfUnit(opened, end);
    const { session } = time;
    try {
      await opened.change(BEGIN[opened.dialect]);
      try {
        const result = await time.within(
          work(this.open(session), { attempt: savepoints(session) }),
        );
        this.ensureKept();
        time.ensure();
        life?.willCommit();
        await commit(opened);
        // Once more, because a slow disk takes its time for the commit.
        this.ensureKept();
        this.committed(session);
        return result;
      } catch (error) {
        await rollBack(opened);
        if (isReadOnly(error)) this.sessions.renew();
        throw error;
      }
    } finally {
      time.stop();
      await opened.release();
    }
  }
}

/** When a unit of work is over, and who counts that. */
interface EndOfUnit {
  readonly endsAt: number;
  readonly over: () => void;
}

/** The time of one unit of work. After it no statement is begun, and the running one is given up. */
class TimeOfUnit {
  /** What the stores use: it is closed when the time is over, whatever the work goes on with. */
  readonly session: SqlSession;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #over: Promise<never>;
  #isOver = false;

  constructor(
    opened: OpenSession,
    private readonly end: EndOfUnit,
  ) {
    const { endsAt } = end;
    let fail: (reason: Error) => void = () => undefined;
    this.#over = new Promise((_, reject) => (fail = reject));
    this.#over.catch(() => undefined);
    if (endsAt !== Infinity)
      this.#timer = setTimeout(() => {
        const reason = this.#outOfTime();
        opened.giveUp(reason);
        fail(reason);
      }, endsAt - performance.now());
    this.session = {
      dialect: opened.dialect,
      query: async (...statement) => {
        this.ensure();
        return opened.query(...statement);
      },
      change: async (...statement) => {
        this.ensure();
        return opened.change(...statement);
      },
    };
  }

  within<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#over]);
  }

  /** @throws StoreUnavailable when the time is over */
  ensure(): void {
    if (this.#isOver || performance.now() > this.end.endsAt) throw this.#outOfTime();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #outOfTime(): StoreUnavailable {
    if (!this.#isOver) this.end.over();
    this.#isOver = true;
    return new StoreUnavailable("A change took longer than its time, and was rolled back.");
  }
}

/** @throws OutcomeUnknown when the server has not answered, StoreUnavailable when it refuses */
const commit = async (session: OpenSession): Promise<void> => {
  try {
    await session.change("COMMIT");
  } catch (cause) {
    throw session.isLost ? new OutcomeUnknown({ cause }) : cause;
  }
};

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

async function rollBack(session: OpenSession): Promise<void> {
  // The server rolls back what was done on a connection when it notices its end. A ROLLBACK would
  // wait behind the statement that was not answered.
  if (session.isLost) return;
  try {
    await session.change("ROLLBACK");
  } catch {
    // The database has rolled back already, or the connection is closed; the first error has the
    // reason.
  }
}
