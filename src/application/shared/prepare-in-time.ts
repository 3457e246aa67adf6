const DEFAULT_MS = 5_000;

/** The preparation of a change took too long. Nothing was changed: safe to try again. */
export class PreparationTimedOut extends Error {
  constructor(milliseconds: number) {
    super(`The preparation of a change took longer than ${milliseconds} ms.`);
    this.name = "PreparationTimedOut";
  }
}

/**
 * Runs what precedes a unit of work, and waits for it only until the end of the time, because a
 * request that waits for ever also delays the stop of the server.
 * @throws PreparationTimedOut
 */
export const prepareInTime = async <Prepared>(
  part: (signal: AbortSignal) => Promise<Prepared>,
  milliseconds = DEFAULT_MS,
): Promise<Prepared> => {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // First, because a part that is aborted may refuse the command.
      reject(new PreparationTimedOut(milliseconds));
      late.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([part(late.signal), end]);
  } finally {
    clearTimeout(timer);
  }
};
