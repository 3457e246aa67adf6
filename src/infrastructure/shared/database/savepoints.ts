import { isOutage, isRetryable } from "./driver-error.js";
import type { SqlSession } from "./sql-session.js";

/** Parts of a unit of work that may fail alone. */
export const savepoints = (session: SqlSession) => {
  let depth = 0;
  return async <T>(part: () => Promise<T>): Promise<T> => {
    const name = `plinth_${++depth}`;
    try {
      await session.change(`SAVEPOINT ${name}`);
      const result = await part();
      await session.change(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      // A deadlock ends the whole transaction, with its savepoints.
      if (!isRetryable(error) && !isOutage(error))
        await session.change(`ROLLBACK TO SAVEPOINT ${name}`);
      throw error;
    } finally {
      depth--;
    }
  };
};
