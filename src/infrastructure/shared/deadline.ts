import { StoreUnavailable } from "../../application/shared/unit-of-work.js";

/**
 * Waits for a promise, but not for ever.
 * @param milliseconds how long
 * @param late what to do with a value that comes after all (give a connection back)
 * @throws StoreUnavailable when the time is up
 */
export const within = <T>(
  milliseconds: number,
  what: string,
  promise: Promise<T>,
  late: (value: T) => void = () => undefined,
): Promise<T> =>
  new Promise((resolve, reject) => {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      reject(new StoreUnavailable(`${what} took longer than ${milliseconds} ms.`));
    }, milliseconds);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isOver) late(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (!isOver) reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
