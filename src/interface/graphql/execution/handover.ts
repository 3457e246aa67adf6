import { yieldToEventLoop } from "../../../application/shared/yield-to-event-loop.js";
import {
  startBusyClock,
  isBusyLong,
  yieldWhenLong,
} from "../../../application/shared/yield-when-long.js";

/** How many objects of a request are handed over without waiting, and how many between two looks at the clock. */
const AT_ONCE = 400;
const GROUP = 25;
/** Promises between an object and the executor's work on its fields, and some more. */
const STEPS = 20;

interface Waiting {
  readonly objects: number;
  readonly go: () => void;
}

/**
 * Hands over what a request has read. An executor works in one go on everything that it has got, so
 * many objects are handed over in several turns of the event loop.
 */
export class Handover {
  #handedOver = 0;
  #waiting: Waiting[] = [];
  #isRunning = false;
  #afterwards: (() => void)[] = [];

  /** Calls at once, or after everything that waits is handed over. */
  afterwards(next: () => void): void {
    if (this.#isRunning) this.#afterwards.push(next);
    else next();
  }

  /** @returns null where the objects may be handed over at once, as those of most requests */
  wait(objects: number): Promise<void> | null {
    if (!this.#isRunning && this.#handedOver < AT_ONCE) {
      this.#handedOver += objects;
      return null;
    }
    return new Promise((go) => {
      this.#waiting.push({ objects, go });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    await yieldToEventLoop();
    startBusyClock();
    let group = 0;
    while (this.#waiting.length > 0) {
      const all = this.#waiting;
      this.#waiting = [];
      for (const { objects, go } of all) {
        go();
        group += objects;
        if (group < GROUP) continue;
        group = 0;
        for (let step = 0; step < STEPS; step += 1) await Promise.resolve();
        if (isBusyLong()) await yieldWhenLong();
      }
    }
    this.#handedOver = 0;
    this.#isRunning = false;
    const all = this.#afterwards;
    this.#afterwards = [];
    for (const next of all) next();
  }
}
