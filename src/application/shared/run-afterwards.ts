import type { Log } from "./log.js";

const DEFAULT_MS = 5_000;

interface Limits {
  /** The operation, for the log. */
  readonly operation: string | undefined;
  readonly milliseconds: number | undefined;
}

/**
 * Runs what follows a commit. Nothing of it reaches the caller: a failure is logged, and so is the
 * end of the time, after which the caller waits no longer.
 */
export const runAfterwards = async (
  part: (signal: AbortSignal) => Promise<void>,
  log: Log,
  { operation, milliseconds = DEFAULT_MS }: Limits,
): Promise<void> => {
  const late = new AbortController();
  const facts = operation === undefined ? {} : { operation };
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.warn("The work after a change takes too long. The answer does not wait for it.", facts);
      late.abort();
      resolve();
    }, milliseconds);
  });
  // `then` makes a rejection of a part that throws before its first await.
  const work = Promise.resolve(late.signal)
    .then(part)
    .catch((error: unknown) =>
      log.error("The work after a change failed. The change itself was made.", { ...facts, error }),
    );
  await Promise.race([work, end]);
  clearTimeout(timer);
};
