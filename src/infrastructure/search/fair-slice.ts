import { yieldToEventLoop } from "../../application/shared/yield-to-event-loop.js";

/** Work for each millisecond of others, and the bounds of a slice: everybody else waits so long. */
interface Share {
  readonly timesOthers: number;
  readonly shortestMs: number;
  readonly longestMs: number;
}

/** Beside the requests of buyers. */
export const EQUAL: Share = { timesOthers: 1, shortestMs: 6, longestMs: 12 };
/** For what a server needs before buyers are sent to it. */
export const MOST: Share = { timesOthers: 2, shortestMs: 6, longestMs: 100 };

/**
 * Long work that yields to the event loop after each slice, and works about as long as all others
 * do in between: with a fixed slice, the busier the process is, the longer the work would take.
 */
export class FairSlice {
  #since = 0;
  #sliceMs: number;
  /** Whether others have gone first since the slice began, because the work waited for something. */
  #isOver = false;

  constructor(
    private readonly share: () => Share = () => EQUAL,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#sliceMs = share().shortestMs;
    this.#begin();
  }

  async yieldWhenOver(): Promise<void> {
    if (this.#isOver) return this.#begin();
    const over = this.now();
    if (over - this.#since < this.#sliceMs) return;
    await yieldToEventLoop();
    this.#begin();
    const { timesOthers, shortestMs, longestMs } = this.share();
    this.#sliceMs = Math.min(Math.max(timesOthers * (this.#since - over), shortestMs), longestMs);
  }

  #begin(): void {
    this.#since = this.now();
    this.#isOver = false;
    setImmediate(() => (this.#isOver = true));
  }
}
