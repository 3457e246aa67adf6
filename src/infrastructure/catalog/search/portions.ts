/** After so long at a time others have their turn, in milliseconds. */
const TURN_MS = 6;

/** Work in small steps, none of which takes a millisecond: others may have their turn after each. */
export type Steps<Result> = Generator<undefined, Result>;

const PORTION = 4_096;

/** Walks over the numbers from 0 on in portions, a step each. */
export const inPortions = function* (size: number, walk: (from: number, to: number) => void): Steps<void> {
  for (let from = 0; from < size; from += PORTION) {
    walk(from, Math.min(from + PORTION, size));
    yield;
  }
};

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
