import { MediaBusy } from "../../application/media/ports/pictures.js";

/** Runs a few works at a time. Some more may wait; beyond that, work is refused. */
export class Semaphore {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly permits: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws MediaBusy when too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.permits) {
      if (this.#waiting.length >= this.mostWaiting) throw new MediaBusy();
      await new Promise<void>((enter) => this.#waiting.push(enter));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
