/** The options of retries with their defaults. */
export const patienceOf = ({ attempts = 3, maxWaitMs = 10_000, idempotencyKeys = true } = {}) => ({
  attempts,
  maxWaitMs,
  idempotencyKeys,
});

const FIRST_BACKOFF_MS = 300;

/**
 * How long to wait before the next try, in milliseconds: as long as the server asks, or else longer
 * from try to try. A little more by chance, so that clients do not all come back at once.
 * @param tried how often the request was sent
 * @returns null when the tries are used up, or the server asks for a longer wait than is allowed
 */
export const waitBefore = (tried, asked, { attempts, maxWaitMs }) => {
  if (tried >= attempts) return null;
  const wait = asked ?? Math.min(FIRST_BACKOFF_MS * 2 ** (tried - 1), maxWaitMs);
  return wait > maxWaitMs ? null : wait + Math.random() * Math.min(250, wait / 4);
};
