/**
 * Many may look at something over several turns. Who changes it waits until those who look are done, and keeps those who come later waiting: so
 * nobody sees half of a change, and nobody has to begin again.
 */
export class LookOrChange {
  #looking = 0;
  #nobodyLooks: () => void = () => undefined;
  /** Until when nobody may begin to look. */
  #change: Promise<void> | null = null;

  async look<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#change) await this.#change;
    this.#looking += 1;
    try {
      return await work();
    } finally {
      this.#looking -= 1;
      if (this.#looking === 0) this.#nobodyLooks();
    }
  }

  /** For one who changes at a time. */
  async change(work: () => void): Promise<void> {
    if (this.#looking === 0) return work();
    let done: () => void = () => undefined;
    this.#change = new Promise((resolve) => (done = resolve));
    try {
      await new Promise<void>((resolve) => (this.#nobodyLooks = resolve));
      work();
    } finally {
      [this.#change, this.#nobodyLooks] = [null, () => undefined];
      done();
    }
  }
}
