import { performance, type EventLoopUtilization } from "node:perf_hooks";

/**
 * How many requests are worked on at once. When the processor is busy, more would only make all of
 * them later. When it waits for the database, there is room for more.
 */
export class Room {
  static readonly MEASURED_EVERY_MS = 20;
  #size: number;
  #utilization = 0;

  constructor(
    readonly least: number,
    private readonly measured: () => number = utilizationSinceLast(),
  ) {
    this.#size = least;
  }

  get size(): number {
    return this.#size;
  }

  /** The rest is kept for cheap requests. */
  get sizeForUsual(): number {
    return Math.floor(this.#size) - Math.floor(this.#size * KEPT_FOR_CHEAP);
  }

  get isExtended(): boolean {
    return this.#size > this.least;
  }

  get isBusy(): boolean {
    return this.#utilization > BUSY;
  }

  /** To be called again and again while requests wait. */
  measure(): void {
    this.#utilization = this.measured();
    if (this.#utilization > BUSY) this.#size = Math.max(this.least, this.#size * SHRINKS);
    else if (this.#utilization < IDLE)
      this.#size = Math.min(this.least * MOST_TIMES, this.#size * GROWS);
  }
}

const KEPT_FOR_CHEAP = 0.25;
const BUSY = 0.9;
const IDLE = 0.75;
const GROWS = 1.25;
const SHRINKS = 0.75;
const MOST_TIMES = 8;

const utilizationSinceLast = (): (() => number) => {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
};
