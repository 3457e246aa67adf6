import type { ServerResponse } from "node:http";

/** Smaller answers hardly ever wait: the system takes them for clients that read slowly. */
const LARGE_BYTES = 64 * 1024;

/** The large answers in memory that have not left yet. */
export class UnsentAnswers {
  /** In the order in which they were sent. */
  readonly #bytes = new Map<ServerResponse, number>();
  #total = 0;

  constructor(
    private readonly mostBytes: number,
    /** Gives up an answer, and its connection. */
    private readonly giveUp: (response: ServerResponse) => void,
  ) {}

  /** Gives up the answers that have waited the longest when they have too many bytes. */
  add(response: ServerResponse, bytes: number): void {
    if (bytes < LARGE_BYTES) return;
    this.#bytes.set(response, bytes);
    this.#total += bytes;
    for (const waiting of this.#bytes.keys()) {
      if (this.#total <= this.mostBytes) return;
      this.remove(waiting);
      this.giveUp(waiting);
    }
  }

  remove(response: ServerResponse): void {
    this.#total -= this.#bytes.get(response) ?? 0;
    this.#bytes.delete(response);
  }
}
