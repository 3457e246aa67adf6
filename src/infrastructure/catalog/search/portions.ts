/** After so long at a time others have their turn, in milliseconds. */
const TURN_MS = 6;

/** Lets others have their turn now and then, in work that is long. */
export class Turns {
  #since = performance.now();

  /** Waits when it is the others' turn. */
  async pass(): Promise<void> {
    if (performance.now() - this.#since < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
