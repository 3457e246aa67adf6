/**
 * Ends what lasts longer than a time: one timer for everything under the same limit, because
 * thousands of requests and statements begin and end within it.
 */
export class TimeLimit<Item extends object> {
  /** When each item is over, soonest first, because all of them have the same time. */
  readonly #ends = new Map<Item, number>();
  #isWaiting = false;

  /** @param milliseconds Infinity for no limit */
  constructor(
    readonly milliseconds: number,
    private readonly over: (item: Item) => void,
  ) {}

  begin(item: Item): void {
    this.#ends.set(item, performance.now() + this.milliseconds);
    if (!this.#isWaiting && this.milliseconds !== Infinity) this.#wait(this.milliseconds);
  }

  /** @returns false when the time was over before */
  end(item: Item): boolean {
    return this.#ends.delete(item);
  }

  #wait(milliseconds: number): void {
    this.#isWaiting = true;
    // After a turn of the event loop that took long, answers may have arrived that nobody has read
    // yet. They are read before immediates run.
    setTimeout(() => setImmediate(() => this.#check()), Math.ceil(milliseconds)).unref();
  }

  #check(): void {
    this.#isWaiting = false;
    const now = performance.now();
    for (const [item, end] of this.#ends) {
      if (end > now) return this.#wait(end - now);
      this.#ends.delete(item);
      this.over(item);
    }
  }
}
