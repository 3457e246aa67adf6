import { TaskCancelledError } from "cockatiel";

/**
 * Waits for work until a signal is aborted, also when the work does not heed it.
 * @throws TaskCancelledError when it is aborted
 */
export const untilAborted = async <Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> => {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new TaskCancelledError());
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
};
