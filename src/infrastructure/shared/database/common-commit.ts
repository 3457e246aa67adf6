import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import type { UnitLife } from "../../../application/shared/unit-of-work.js";
import { Mutex } from "./mutex.js";
import type { OpenSession, Sessions } from "./open-session.js";
import { storeFailure } from "./store-failure.js";
import { rolledBack, type UnitTransaction } from "./unit-transaction.js";

/** So many units of work are committed together at most, begun within so many milliseconds. */
const MOST_UNITS = 32;
const LONGEST_MS = 20;
/** How often a unit of work is run again because another one took its transaction along. */
const ATTEMPTS = 3;

interface Writers {
  /** How long to wait for other writers. */
  readonly waitMs: number;
  readonly waiting: number | undefined;
  readonly pauseAfter: (workMs: number) => number;
  readonly counters: LimitCounters;
  /** Throws when what is committed would be lost. */
  readonly ensureKept: () => void;
}

/** Units of work that follow each other in one transaction. */
class Group {
  readonly since = performance.now();
  units = 1;
  readonly ended: Promise<void>;
  #settle: ((failure: unknown) => void) | undefined;

  constructor(readonly session: OpenSession) {
    this.ended = new Promise((resolve, reject) => {
      this.#settle = (failure) => (failure === null ? resolve() : reject(asError(failure)));
    });
    // Where all units of work have failed by themselves, nobody waits for it.
    this.ended.catch(() => undefined);
  }

  get hasRoom(): boolean {
    return this.units < MOST_UNITS && performance.now() - this.since < LONGEST_MS;
  }

  /** @param failure null when it is stored, and when there was nothing to store */
  end(failure: unknown): void {
    this.#settle?.(failure);
  }
}

/**
 * The units of work of the embedded store, one at a time. The disk takes longer for a commit than
 * most of them, so those that wait for each other are committed together: each in a savepoint, which
 * undoes it alone, and none is acknowledged before the commit of all. One that nobody waits behind is
 * committed at once.
 */
export class CommonCommit {
  readonly #mutex: Mutex;
  #group: Group | null = null;

  constructor(
    private readonly sessions: Sessions,
    private readonly writers: Writers,
  ) {
    const { waitMs, waiting, pauseAfter, counters } = writers;
    this.#mutex = new Mutex(waitMs, waiting, pauseAfter, counters, (isAwaited) =>
      this.#group === null || (isAwaited && this.#group.hasRoom) ? null : this.#end(this.#group),
    );
  }

  /**
   * @param unit begins, and ends, the transaction that it is given
   * @returns after the commit
   */
  async run<T>(unit: (transaction: UnitTransaction) => Promise<T>, life?: UnitLife): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const part = new Part(this);
      const work = (): Promise<PromiseSettledResult<T>[]> => Promise.allSettled([unit(part)]);
      const [outcome] = await this.#mutex.runExclusive(work, life);
      try {
        // One that was refused has seen what others wrote, so its answer waits for their commit too.
        await part.group?.ended;
      } catch (error) {
        if (!(error instanceof TakenAlong)) throw error;
        if (attempt < ATTEMPTS) continue;
        throw storeFailure(error.cause);
      }
      if (outcome?.status === "fulfilled") return outcome.value;
      throw outcome?.reason;
    }
  }

  /** @returns the group, and whether the caller is the first in it */
  async enter(): Promise<{ readonly group: Group; readonly isFirst: boolean }> {
    const open = this.#group;
    if (open) {
      await open.session.change("SAVEPOINT plinth_unit");
      open.units += 1;
      return { group: open, isFirst: false };
    }
    const session = await this.sessions.open();
    try {
      // TypeORM begins without IMMEDIATE: SQLite would lock for writing at the first change only,
      // and two units of work that read before they write would both decide on the same state.
      await session.change("BEGIN IMMEDIATE");
    } catch (error) {
      await session.release();
      throw error;
    }
    this.#group = new Group(session);
    return { group: this.#group, isFirst: true };
  }

  /** Throws when what is committed would be lost. */
  ensureKept(): void {
    this.writers.ensureKept();
  }

  /** Nothing of the group is stored. */
  async undo(group: Group, reason: unknown = null): Promise<void> {
    await rolledBack(group.session);
    await this.#close(group, reason);
  }

  async #end(group: Group): Promise<void> {
    try {
      await group.session.change("COMMIT");
      // Once more, because others and a slow disk take their time.
      this.ensureKept();
    } catch (error) {
      return this.undo(group, storeFailure(error));
    }
    await this.#close(group, null);
  }

  async #close(group: Group, failure: unknown): Promise<void> {
    this.#group = null;
    group.end(failure);
    await group.session.release();
  }
}

/** One unit of work in a group. */
class Part implements UnitTransaction {
  /** Whose end decides whether the unit of work is stored; null before it begins. */
  group: Group | null = null;
  #isFirst = false;

  constructor(private readonly commits: CommonCommit) {}

  async begin(): Promise<void> {
    this.group = null;
    const { group, isFirst } = await this.commits.enter();
    this.group = group;
    this.#isFirst = isFirst;
  }

  ensureKept(): void {
    this.commits.ensureKept();
  }

  async commit(session: OpenSession): Promise<void> {
    if (!this.#isFirst) await session.change("RELEASE SAVEPOINT plinth_unit");
  }

  async rollBack(session: OpenSession, reason: unknown): Promise<void> {
    const { group } = this;
    if (!group) return;
    if (this.#isFirst) return this.commits.undo(group);
    try {
      await session.change("ROLLBACK TO SAVEPOINT plinth_unit");
      await session.change("RELEASE SAVEPOINT plinth_unit");
    } catch {
      // SQLite undoes the whole transaction when the disk is full or cannot be read.
      this.group = null;
      await this.commits.undo(group, new TakenAlong(reason));
    }
  }
}

/** Another unit of work has undone the transaction. Nothing is stored, so it is run again. */
class TakenAlong extends Error {
  constructor(cause: unknown) {
    super("Another unit of work has undone the transaction.", { cause });
  }
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
