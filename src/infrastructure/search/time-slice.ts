import { yieldToEventLoop } from "../../application/shared/yield-to-event-loop.js";

/** How long to work before the event loop may run other callbacks, in milliseconds. */
const SLICE_MS = 6;

/** Long work that yields to the event loop after each slice. */
export class TimeSlice {
  #since = performance.now();

  async yieldWhenOver(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await yieldToEventLoop();
    this.#since = performance.now();
  }
}

/** Works on items of a list for one slice. @returns the index of the first item that is left */
export const workForSlice = <Item>(
  items: readonly Item[],
  from: number,
  work: (item: Item) => void,
): number => {
  const since = performance.now();
  let next = from;
  for (const item of items.slice(from)) {
    work(item);
    next += 1;
    if (performance.now() - since >= SLICE_MS) break;
  }
  return next;
};

/** Work in small steps: its caller may yield to the event loop after each. */
export type Steps<Result> = Generator<undefined, Result>;

const BATCH = 4_096;

/** Walks over the numbers from 0 to a size in batches, one step for each. */
export const inBatches = function* (
  size: number,
  walk: (from: number, to: number) => void,
): Steps<void> {
  for (let from = 0; from < size; from += BATCH) {
    walk(from, Math.min(from + BATCH, size));
    yield;
  }
};
