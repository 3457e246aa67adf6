import { yieldToEventLoop } from "../../application/shared/yield-to-event-loop.js";

const SHORTEST_MS = 6;
/** Everybody else waits so long for their turn. */
const LONGEST_MS = 12;

/**
 * Long work that yields to the event loop after each slice, and works about as long as all others
 * do in between: with a fixed slice, the busier the process is, the longer the work would take.
 */
export class FairSlice {
  #since: number;
  #sliceMs = SHORTEST_MS;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#since = now();
  }

  async yieldWhenOver(): Promise<void> {
    const over = this.now();
    if (over - this.#since < this.#sliceMs) return;
    await yieldToEventLoop();
    this.#since = this.now();
    this.#sliceMs = Math.min(Math.max(this.#since - over, SHORTEST_MS), LONGEST_MS);
  }
}
