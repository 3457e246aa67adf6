/** Of the system and of undici: the connection was never there, so nothing was sent. */
const CODES: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const MOST_CAUSES = 4;

/**
 * Whether an error of an HTTP client tells that a request was not sent. A connection that was reset
 * or closed tells nothing: the request may have arrived.
 */
export const wasNotSent = (error: unknown, causes = MOST_CAUSES): boolean => {
  if (!(error instanceof Error) || causes === 0) return false;
  if ("code" in error && CODES.has(error.code)) return true;
  // `localhost` has several addresses: none of them may have been reached.
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((one) => wasNotSent(one, causes - 1));
  return wasNotSent(error.cause, causes - 1);
};
