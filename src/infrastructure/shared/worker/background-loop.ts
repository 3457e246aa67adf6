import { sleep } from "../sleep.js";

/**
 * The pause after each run. Requests are served in it, and work that arrives in it is done in one
 * run.
 */
const PAUSE_MS = 5;
const MAX_WAIT_MS = 30_000;

/**
 * Runs a task again and again: at once while there is more to do or after `wake`, otherwise about
 * every `pollMs`. The wait doubles with each failure in a row: at most five times, and to at most
 * 30 seconds, or to `pollMs` where that is longer.
 */
export class BackgroundLoop {
  readonly #stopping = new AbortController();
  #isWoken = false;
  #failures = 0;
  #endWait = (): void => undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the wait, because there is something to do. After a failure the wait goes on. */
  wake(): void {
    this.#isWoken = true;
    this.#endWait();
  }

  /** Aborts the loop. Resolves when the current run has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#endWait();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const hasMore = await this.#runOnce();
      await sleep(PAUSE_MS);
      // After a failure `wake` does not end the wait: more attempts do not end an outage sooner.
      if (this.#failures > 0) await this.#wait(this.#waitMs(), { canBeWoken: false });
      else if (!hasMore && !this.#isWoken) await this.#wait(this.#waitMs(), { canBeWoken: true });
    }
  }

  async #runOnce(): Promise<boolean> {
    this.#isWoken = false;
    try {
      const hasMore = await this.options.runOnce(this.#stopping.signal);
      this.#failures = 0;
      return hasMore;
    } catch (error) {
      this.#failures += 1;
      this.options.onError(error);
      return false;
    }
  }

  #waitMs(): number {
    const wait = this.options.pollMs * 2 ** Math.min(this.#failures, 5);
    return Math.min(wait, Math.max(MAX_WAIT_MS, this.options.pollMs)) * (0.9 + Math.random() * 0.2);
  }

  #wait(milliseconds: number, { canBeWoken }: { readonly canBeWoken: boolean }): Promise<void> {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endWait = () => {
        if (!canBeWoken && !signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) this.#endWait();
    });
  }
}

interface LoopOptions {
  /** Runs the task once. @returns whether there may be more to do at once */
  readonly runOnce: (signal: AbortSignal) => Promise<boolean>;
  /**
   * How long to wait when there is nothing to do, in milliseconds. Each wait is up to a tenth
   * longer or shorter, so that processes do not poll in step.
   */
  readonly pollMs: number;
  /** Receives the error of a failed run. The loop continues. */
  readonly onError: (error: unknown) => void;
}
