import { yieldToEventLoop } from "../../application/shared/yield-to-event-loop.js";

/**
 * Lets callers continue one after another, in the order of their calls, each in a round of the
 * event loop of its own. Immediates that are set in the same round would run without a pause in
 * between.
 */
export class SerialQueue {
  #last: Promise<void> = Promise.resolve();

  enter(): Promise<void> {
    this.#last = this.#last.then(yieldToEventLoop);
    return this.#last;
  }
}
