/** Counts how many requests begin in a time, about: in the current window, and the one before. */
export class Pace {
  #since = 0;
  #current = 0;
  #before = 0;

  constructor(private readonly windowMs: number) {}

  note(now: number): void {
    this.#roll(now);
    this.#current += 1;
  }

  /** How many have begun in the time of a window until now. */
  lately(now: number): number {
    this.#roll(now);
    return this.#current + this.#before * (1 - (now - this.#since) / this.windowMs);
  }

  #roll(now: number): void {
    const passed = now - this.#since;
    if (passed < this.windowMs) return;
    this.#before = passed < 2 * this.windowMs ? this.#current : 0;
    this.#current = 0;
    this.#since = now - (passed % this.windowMs);
  }
}
