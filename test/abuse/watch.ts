import type { OutgoingHttpHeaders } from "node:http";
import { send, type Client, type Outcome } from "./send.js";
import type { Answers } from "./tally.js";
import { Tally } from "./tally.js";

interface Watched {
  readonly port: number;
  readonly path?: string;
  readonly query?: { readonly query: string };
  readonly headers?: () => OutgoingHttpHeaders;
  readonly client: Client;
  readonly everyMs: number;
}

/** What somebody else noticed: milliseconds of good answers, and the other answers by outcome. */
export interface Noticed {
  readonly answers: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly failures: Answers;
}

/**
 * Sends the same request again and again, also while earlier ones wait.
 * @returns a function that ends it and says what was noticed
 */
export const watch = ({
  everyMs,
  headers = () => ({}),
  ...request
}: Watched): (() => Promise<Noticed>) => {
  const asked: Promise<Outcome>[] = [];
  const timer = setInterval(
    () => asked.push(send({ timeoutMs: 10_000, headers: headers(), ...request })),
    everyMs,
  );
  return async () => {
    clearInterval(timer);
    const outcomes = await Promise.all(asked);
    request.client.close();
    return noticed(outcomes);
  };
};

const noticed = (outcomes: readonly Outcome[]): Noticed => {
  const failures = new Tally();
  for (const { outcome } of outcomes) if (outcome !== "200") failures.add(outcome);
  // Who gets no answer has waited, too.
  const times = outcomes
    .filter(({ outcome }) => outcome === "200" || outcome === "no answer")
    .map(({ milliseconds }) => milliseconds)
    .toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  return {
    answers: outcomes.filter(({ outcome }) => outcome === "200").length,
    p50: at(0.5),
    p95: at(0.95),
    worst: at(1),
    failures: failures.answers(),
  };
};
