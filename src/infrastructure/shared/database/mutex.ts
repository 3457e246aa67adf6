import { noLimitCounters, type LimitCounters } from "../../../application/shared/limit-counters.js";
import { LIMITS } from "../../../application/shared/limits.js";
import type { UnitLife } from "../../../application/shared/unit-of-work.js";
import { Semaphore } from "./semaphore.js";

/**
 * Runs one work at a time, in the order of arrival; no work waits longer than the patience, and no
 * more than the limit wait. After each, the event loop does what else is due: work on the embedded
 * store waits for nothing outside, so several in a row would run without a pause.
 */
export class Mutex {
  readonly #semaphore: Semaphore;

  constructor(
    patienceMs: number,
    limit: number = LIMITS.waitingWriters.fallback,
    /** How long the next work waits after one that took so long, in milliseconds. */
    private readonly pauseAfter: (workMs: number) => number = () => 0,
    counters: LimitCounters = noLimitCounters,
    /** What is done before the next work. @param isAwaited whether there is one that waits */
    private readonly between: (isAwaited: boolean) => Promise<void> | null = () => null,
  ) {
    this.#semaphore = new Semaphore({
      permits: 1,
      patienceMs,
      waiting: limit,
      reasons: {
        late: `The embedded store could not be written within ${patienceMs} ms: other writers were first.`,
        full: "Too many writers are waiting for the embedded store.",
      },
      reached: (why) => counters.reached(why === "late" ? "poolWaitMs" : "waitingWriters"),
    });
  }

  /**
   * @throws StoreUnavailable when the wait takes too long, too many wait already, or nobody waits
   * for the answer any more
   */
  async runExclusive<T>(work: () => Promise<T>, life?: UnitLife): Promise<T> {
    await this.#semaphore.enter(life);
    const start = performance.now();
    try {
      return await work();
    } finally {
      const pauseMs = this.pauseAfter(performance.now() - start);
      if (pauseMs === 0) setImmediate(() => this.#leave(this.#semaphore.isAwaited));
      else this.#leave(false, pauseMs);
    }
  }

  /** Without a pause the work that waits begins at once: it cannot be given up in between. */
  #leave(isAwaited: boolean, pauseMs = 0): void {
    const leave = (): void =>
      void (pauseMs > 0
        ? setTimeout(() => this.#semaphore.leave(), pauseMs)
        : this.#semaphore.leave());
    const between = this.between(isAwaited);
    if (between) void between.finally(leave);
    else leave();
  }
}
