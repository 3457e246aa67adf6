import { pause } from "./deadline.js";

export interface LoopOptions {
  /** Works on what there is. @returns whether there may be more to do just now */
  readonly pass: (signal: AbortSignal) => Promise<boolean>;
  /** How long to rest when there is nothing to do, in milliseconds; varied by a fifth, so that processes do not look in step. */
  readonly pollMs: number;
  readonly report: (error: unknown) => void;
}

/** Between two passes others have their turn, and what arrives meanwhile is taken together. */
const GAP_MS = 5;
const LONGEST_REST_MS = 30_000;

/** Passes again and again: at once while there is something to do or after a call, otherwise about every `pollMs`. */
export class BackgroundLoop {
  readonly #stopping = new AbortController();
  #isCalled = false;
  #failures = 0;
  #getUp = (): void => undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** There is something to do. */
  call(): void {
    this.#isCalled = true;
    this.#getUp();
  }

  /** Resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#getUp();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const hasMore = await this.#pass();
      await pause(GAP_MS);
      // After a failure the rest is taken whole, called or not: an outage does not end by asking more often.
      if (this.#failures > 0) await this.#rest(this.#pauseMs(), { isWhole: true });
      else if (!hasMore && !this.#isCalled) await this.#rest(this.#pauseMs(), { isWhole: false });
    }
  }

  async #pass(): Promise<boolean> {
    this.#isCalled = false;
    try {
      const hasMore = await this.options.pass(this.#stopping.signal);
      this.#failures = 0;
      return hasMore;
    } catch (error) {
      this.#failures += 1;
      this.options.report(error);
      return false;
    }
  }

  #pauseMs(): number {
    const pause = this.options.pollMs * 2 ** Math.min(this.#failures, 5);
    return Math.min(pause, LONGEST_REST_MS) * (0.9 + Math.random() * 0.2);
  }

  #rest(milliseconds: number, { isWhole }: { readonly isWhole: boolean }): Promise<void> {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#getUp = () => {
        if (isWhole && !signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) this.#getUp();
    });
  }
}
