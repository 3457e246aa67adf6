/**
 * Lets everybody have a turn of their own, in the order in which they came, with whatever else the process does in between. What runs as
 * immediates of one round would run in one go.
 */
export class OneByOne {
  #last: Promise<void> = Promise.resolve();

  turn(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}
