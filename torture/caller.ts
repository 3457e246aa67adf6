import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Tally } from "./tally.js";

const PATIENCE_MS = 180_000;
const CONNECTION_LOST_MS = 100;
const SAME_REQUEST_RUNS_MS = 50;
const LONGEST_PAUSE_MS = 30_000;

export interface Sending {
  /** The same for copies of a request; a new one when left out. */
  readonly key?: string | undefined;
  /** Where to send it first; each time it is sent again, to the next one. */
  readonly first?: number;
  /** Hangs up after so many milliseconds, the first time. */
  readonly cutAfterMs?: number | undefined;
}

interface Target {
  readonly urls: readonly string[];
  readonly path: "/graphql" | "/admin/graphql";
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a GraphQL request until it has a last answer: whatever may be sent again, is. */
export class Caller {
  #turn = 0;

  constructor(
    private readonly target: Target,
    private readonly tally: Tally,
  ) {}

  /** @returns the field `answer` of the data; null when there is none, which is a problem */
  async ask<Answer>(
    query: string,
    variables: object,
    { key = randomUUID(), first = this.#turn++, cutAfterMs }: Sending = {},
  ): Promise<Answer | null> {
    const { urls } = this.target;
    const body = JSON.stringify({ query, variables });
    const end = performance.now() + PATIENCE_MS;
    for (let turn = 0; performance.now() < end; turn++) {
      const url = urls[(first + turn) % urls.length] ?? "";
      const response = await this.#send(url, body, key, turn === 0 ? cutAfterMs : undefined);
      if (response === null) {
        this.tally.unanswered++;
        await wait(CONNECTION_LOST_MS);
        continue;
      }
      const { status, text, retryAfter } = response;
      if ((status === 503 || status === 429) && retryAfter !== null) {
        this.tally.busy++;
        await wait(Math.min(LONGEST_PAUSE_MS, Number(retryAfter) * 1_000 * (0.5 + Math.random())));
        continue;
      }
      if (text.includes("IDEMPOTENCY_CONCURRENT_REQUEST")) {
        this.tally.running++;
        await wait(SAME_REQUEST_RUNS_MS);
        continue;
      }
      const answer = status === 200 ? answerOf<Answer>(text) : null;
      if (answer === null || /deadlock/i.test(text)) this.tally.problem(`${status} ${text}`);
      return answer;
    }
    this.tally.problem("no answer in time");
    return null;
  }

  async #send(url: string, body: string, key: string, cutAfterMs: number | undefined) {
    this.tally.requests++;
    const cut = new AbortController();
    const cutting =
      cutAfterMs === undefined ? undefined : setTimeout(() => cut.abort(), cutAfterMs);
    try {
      const response = await fetch(url + this.target.path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...this.target.headers,
          "idempotency-key": key,
        },
        body,
        signal: AbortSignal.any([cut.signal, AbortSignal.timeout(60_000)]),
      });
      return {
        status: response.status,
        retryAfter: response.headers.get("retry-after"),
        text: await response.text(),
      };
    } catch {
      return null;
    } finally {
      clearTimeout(cutting);
    }
  }
}

const answerOf = <Answer>(text: string): Answer | null => {
  const { data } = JSON.parse(text) as {
    readonly data?: { readonly answer: Answer | null } | null;
  };
  return data?.answer ?? null;
};
