import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";

interface Waiting {
  readonly enter: () => void;
}

/**
 * Runs one work at a time, in the order of arrival; no work waits longer than the patience, and no
 * more than the limit wait. After each, the event loop does what else is due: work on the embedded
 * store waits for nothing outside, so several in a row would run without a pause.
 */
export class Mutex {
  #isLocked = false;
  readonly #queue: Waiting[] = [];

  constructor(
    private readonly patienceMs: number,
    private readonly limit = 10_000,
  ) {}

  /** @throws StoreUnavailable when the wait takes too long, or too many wait already */
  async runExclusive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isLocked) await this.#wait();
    this.#isLocked = true;
    try {
      return await work();
    } finally {
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#queue.shift();
      if (next) next.enter();
      else this.#isLocked = false;
    }
  }

  #wait(): Promise<void> {
    if (this.#queue.length >= this.limit)
      throw new StoreUnavailable("Too many writers are waiting for the embedded store.");
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(
          new StoreUnavailable(
            `The embedded store could not be written within ${this.patienceMs} ms: other writers were first.`,
          ),
        );
      }, this.patienceMs);
      this.#queue.push(waiting);
    });
  }
}
