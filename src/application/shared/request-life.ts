import { OutcomeUnknown, StoreUnavailable, type UnitLife } from "./unit-of-work.js";

/** Why nobody waits for the answer to a request any more. */
export type EndOfRequest = "deadline" | "client-gone" | "stopping";

/**
 * How long an answer to a request is awaited. What works for the request asks before each
 * step whether it is over.
 */
export class RequestLife implements UnitLife {
  #reason: EndOfRequest | null = null;
  #mayHaveChanged = false;
  readonly #listeners = new Set<(reason: EndOfRequest) => void>();

  /** @param endsAt when it is over at the latest, as `performance.now()` counts */
  constructor(readonly endsAt: number = Infinity) {}

  get isOver(): boolean {
    return this.#reason !== null;
  }

  /** Null while it lasts. */
  get reason(): EndOfRequest | null {
    return this.#reason;
  }

  /** Whether a change of the request may have been made: its commit was sent. */
  get mayHaveChanged(): boolean {
    return this.#mayHaveChanged;
  }

  get ended(): RequestEnded | null {
    return this.#reason === null ? null : new RequestEnded(this.#reason);
  }

  /** @throws RequestEnded */
  ensure(): void {
    if (this.ended) throw this.ended;
  }

  /** @throws RequestEnded when the client has got its answer; a change whose client has gone is made */
  willCommit(): void {
    if (this.#reason !== "client-gone") this.ensure();
    this.#mayHaveChanged = true;
  }

  /** Calls the listener at the end, or at once after it. @returns takes the listener away again */
  onEnd(listener: (reason: EndOfRequest) => void): () => void {
    if (this.#reason !== null) listener(this.#reason);
    else this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The first reason counts. */
  end(reason: EndOfRequest): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
  }

  /**
   * The result of work, while it is awaited.
   * @param ends which ends count; all when left out
   * @throws RequestEnded, or OutcomeUnknown when a change may have been made
   */
  until<Result>(
    work: Promise<Result>,
    ends: (reason: EndOfRequest) => boolean = () => true,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const forget = this.onEnd((reason) => {
        if (ends(reason))
          reject(this.#mayHaveChanged ? new OutcomeUnknown() : new RequestEnded(reason));
      });
      work.then(
        (result) => {
          forget();
          resolve(result);
        },
        (error: unknown) => {
          forget();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }
}

const REASONS: Readonly<Record<EndOfRequest, string>> = {
  deadline: "The time of the request was over.",
  "client-gone": "The client closed its connection before the answer.",
  stopping: "The server stops.",
};

/** Work for a request was given up, because nobody waits for it. Nothing was changed by it. */
export class RequestEnded extends StoreUnavailable {
  constructor(readonly reason: EndOfRequest) {
    super(REASONS[reason]);
    this.name = "RequestEnded";
  }
}
