import { retryableCodes } from "./error-codes.js";
import { waitOf } from "./wait.js";

export { retryableCodes } from "./error-codes.js";

const RETRYABLE = new Set(retryableCodes);
// Answers of proxies and balancers, which have no code of Plinth.
const TEMPORARY_STATUSES = new Set([429, 502, 503, 504]);

/** Every code that an error, a response or a user error names, in order. */
export const errorCodesOf = (error) => entriesOf(error).map(codeOf).filter(Boolean);

/** The first code that an error names; null when it names none. */
export const errorCodeOf = (error) => errorCodesOf(error)[0] ?? null;

/**
 * Whether the same request can succeed when it is sent again later. A mutation is sent again only
 * with the Idempotency-Key of the first try.
 */
export const isRetryable = (error) => {
  const codes = errorCodesOf(error);
  if (codes.length > 0) return codes.every((code) => RETRYABLE.has(code));
  const cause = causeOf(error);
  return statusOf(cause) === undefined ? isLost(cause) : TEMPORARY_STATUSES.has(statusOf(cause));
};

/** How long the server asks to wait before the request is sent again, in milliseconds; null when it does not ask. */
export const retryAfterMs = (source) => {
  if (typeof source?.get === "function") return waitOf(source);
  const waits = [
    ...entriesOf(source).map(({ extensions }) => extensions?.retryAfterMs),
    headersOf(source) && waitOf(headersOf(source)),
  ].filter((wait) => Number.isFinite(wait));
  return waits.length > 0 ? Math.max(...waits) : null;
};

/** The errors in whatever a client throws or answers: one error, a list, a result, an error of a client library. */
const entriesOf = (error) => {
  if (typeof error !== "object" || error === null) return [];
  if (Array.isArray(error)) return error.flatMap(entriesOf);
  const lists = [
    error.errors,
    error.graphQLErrors,
    error.userErrors,
    error.response?.errors,
    error.result?.errors,
    error.networkError?.result?.errors,
  ].filter((list) => Array.isArray(list) && list.length > 0);
  return lists.length > 0 ? lists[0].flatMap(entriesOf) : [error];
};

// Errors of Node have a `code` of their own, such as ECONNRESET.
const codeOf = (entry) =>
  entry.extensions?.code ?? (entry instanceof Error ? undefined : textOf(entry.code));

const textOf = (value) => (typeof value === "string" ? value : undefined);

const causeOf = (error) => error?.networkError ?? error;

const statusOf = (error) =>
  [error?.statusCode, error?.status, error?.response?.status].find(Number.isInteger);

const headersOf = (error) =>
  [error?.headers, error?.response?.headers, error?.networkError?.response?.headers].find(
    (headers) => typeof headers?.get === "function",
  );

/** Whether a request got no answer: browsers and Node say it in different words. */
const isLost = (error) =>
  error?.name === "TimeoutError" ||
  (error?.name === "TypeError" && /fetch|network|load failed/i.test(error.message));
