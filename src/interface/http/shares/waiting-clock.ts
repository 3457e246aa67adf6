/** The longest time between two readings that counts, in milliseconds. */
const MOST_MS = 50;

/**
 * The time of those who wait. It hardly passes while the event loop is blocked, as at a start or
 * by a long statement: nobody could be begun meanwhile, so nobody has waited for others. To be read
 * often while anybody waits.
 */
export class WaitingClock {
  #passed = 0;
  #readAt: number;

  constructor(private readonly time = (): number => performance.now()) {
    this.#readAt = time();
  }

  /** In milliseconds. */
  now(): number {
    const time = this.time();
    this.#passed += Math.min(time - this.#readAt, MOST_MS);
    this.#readAt = time;
    return this.#passed;
  }
}
