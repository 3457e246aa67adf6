/** After so long at a time others have their turn, in milliseconds. */
const TURN_MS = 6;

/** Work in small steps: others may have their turn after each. */
export type Steps<Result> = Generator<undefined, Result>;

const PORTION = 4_096;

/** Walks over the numbers from 0 on in portions, a step each. */
export const inPortions = function* (
  size: number,
  walk: (from: number, to: number) => void,
): Steps<void> {
  for (let from = 0; from < size; from += PORTION) {
    walk(from, Math.min(from + PORTION, size));
    yield;
  }
};

/** Does some of a list in one go, as much as there is time for. @returns how far it came */
export const forAWhile = <Item>(
  items: readonly Item[],
  from: number,
  work: (item: Item) => void,
): number => {
  const since = performance.now();
  let at = from;
  for (const item of items.slice(from)) {
    work(item);
    at += 1;
    if (performance.now() - since >= TURN_MS) break;
  }
  return at;
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
