import { StoreUnavailable } from "../../application/shared/unit-of-work.js";

interface Waiting {
  readonly enter: () => void;
}

/** Lets one through at a time, in the order of arrival; nobody waits longer than the patience, and no more than the limit wait. */
export class Turnstile {
  #isTaken = false;
  readonly #queue: Waiting[] = [];

  constructor(
    private readonly patienceMs: number,
    private readonly limit = 10_000,
  ) {}

  /** @throws StoreUnavailable when it takes too long or too many wait already */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isTaken) await this.#wait();
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next.enter();
      else this.#isTaken = false;
    }
  }

  #wait(): Promise<void> {
    if (this.#queue.length >= this.limit)
      throw new StoreUnavailable("Too many writers wait for the embedded store.");
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
            `The embedded store had no turn to write within ${this.patienceMs} ms.`,
          ),
        );
      }, this.patienceMs);
      this.#queue.push(waiting);
    });
  }
}
