import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";

/**
 * Waits for a promise until a deadline.
 * @param milliseconds Infinity for no deadline
 * @param late what to do with a value that arrives after the deadline, such as releasing a
 * connection
 * @throws StoreUnavailable after the deadline
 */
export const withDeadline = <T>(
  milliseconds: number,
  what: string,
  promise: Promise<T>,
  late: (value: T) => void = () => undefined,
): Promise<T> =>
  new Promise((resolve, reject) => {
    let isOver = false;
    const timer =
      milliseconds === Infinity
        ? undefined
        : setTimeout(() => {
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
