import {
  NestedUnitOfWork,
  type Transaction,
  type UnitLife,
  type UnitOfWork,
} from "../../../application/shared/unit-of-work.js";
import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { sleep } from "../sleep.js";
import { CommonCommit } from "./common-commit.js";
import { isBusy, isReadOnly, isRetryable } from "./driver-error.js";
import type { Sessions } from "./open-session.js";
import { savepoints } from "./savepoints.js";
import type { SqlSession } from "./sql-session.js";
import { storeFailure } from "./store-failure.js";
import { TimeOfUnit, type EndOfUnit } from "./time-of-unit.js";
import { unitOfWorkScope } from "./unit-of-work-scope.js";
import { ownTransaction, type UnitTransaction } from "./unit-transaction.js";

const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 250;
/** What is left of the time of a request for the answer, when its unit of work is given up. */
const ANSWER_MS = 300;

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
  readonly #embedded: CommonCommit;
  readonly #counters: LimitCounters;

  constructor(
    private readonly sessions: Sessions,
    private readonly open: (session: SqlSession) => Stores,
    private readonly limits: UnitOfWorkLimits,
    private readonly committed: (session: SqlSession) => void = () => undefined,
    /** Throws when what is committed would be lost. */
    ensureKept: () => void = () => undefined,
  ) {
    this.#counters = limits.counters ?? noLimitCounters;
    const { waitMs, waiting, isReading } = limits;
    this.#embedded = new CommonCommit(sessions, {
      waitMs,
      waiting,
      // A slow disk keeps the whole process waiting for each commit, so what is read meanwhile gets
      // its time in between.
      pauseAfter: (workMs) => (isReading?.() ? Math.min(2 * workMs, LONGEST_PAUSE_MS) : 0),
      counters: this.#counters,
      ensureKept,
    });
  }

  async run<T>(work: Work<Stores, T>, life?: UnitLife): Promise<T> {
    if (unitOfWorkScope.isInside) throw new NestedUnitOfWork();
    const ownEnd = performance.now() + this.limits.unitMs;
    const requestEnd = (life?.endsAt ?? Infinity) - ANSWER_MS;
    const endsAt = Math.min(ownEnd, requestEnd);
    const over = (): void =>
      this.#counters.reached(requestEnd < ownEnd ? "graphqlMs" : "unitOfWorkMs");
    const repeat = (transaction: UnitTransaction) =>
      this.#repeat(
        () => unitOfWorkScope.run(() => this.#once(work, { endsAt, over }, transaction, life)),
        endsAt,
      );
    // TypeORM has one query runner for SQLite: two concurrent transactions would become one.
    const { result, session } = await (this.sessions.dialect === "sqlite"
      ? this.#embedded.run(repeat, life)
      : repeat(ownTransaction));
    this.committed(session);
    return result;
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

  async #once<T>(
    work: Work<Stores, T>,
    end: EndOfUnit,
    transaction: UnitTransaction,
    life?: UnitLife,
  ): Promise<Done<T>> {
    const opened = await this.sessions.open(life);
    const time = new TimeOfUnit(opened, end);
    const { session } = time;
    try {
      await transaction.begin(opened);
      try {
        const result = await time.within(
          work(this.open(session), { attempt: savepoints(session) }),
        );
        transaction.ensureKept();
        time.ensure();
        life?.willCommit();
        await transaction.commit(opened);
        return { result, session };
      } catch (error) {
        await transaction.rollBack(opened, error);
        if (isReadOnly(error)) this.sessions.renew();
        throw error;
      }
    } finally {
      time.stop();
      await opened.release();
    }
  }
}

/** A unit of work that is done, with the session that it used. */
interface Done<T> {
  readonly result: T;
  readonly session: SqlSession;
}
