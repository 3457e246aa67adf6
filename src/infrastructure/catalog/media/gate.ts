import { MediaBusy } from "../../../application/catalog/media/media-ports.js";

/** Lets few through at a time; some may wait, and whoever comes when too many wait is sent away. */
export class Gate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly places: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws MediaBusy when too many wait already */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.places) {
      if (this.#waiting.length >= this.mostWaiting) throw new MediaBusy();
      await new Promise<void>((enter) => this.#waiting.push(enter));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
