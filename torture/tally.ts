/** What callers were answered on the way to their last answers, and what must not be. */
export class Tally {
  requests = 0;
  /** 503 and 429 with Retry-After; the request was sent again. */
  busy = 0;
  /** The same request was still running; it was sent again. */
  running = 0;
  /** No answer: the buyer hung up, or the server ended. The request was sent again. */
  unanswered = 0;
  readonly #problems = new Map<string, number>();

  /** Equal problems are counted, so that a storm of them stays readable. */
  problem(text: string): void {
    const short = text.slice(0, LONGEST);
    if (this.#problems.has(short) || this.#problems.size < MOST)
      this.#problems.set(short, (this.#problems.get(short) ?? 0) + 1);
    else this.#problems.set(FURTHER, (this.#problems.get(FURTHER) ?? 0) + 1);
  }

  get problems(): readonly string[] {
    return [...this.#problems].map(([text, times]) =>
      times > 1 ? `${text} (${times} times)` : text,
    );
  }
}

const LONGEST = 300;
const MOST = 50;
const FURTHER = "further problems";
