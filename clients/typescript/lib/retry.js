import { idempotencyHeaders } from "./headers.js";
import { onlyReads } from "./operation.js";
import { patienceOf, waitBefore } from "./patience.js";
import { waitOf } from "./wait.js";

const TEMPORARY_STATUSES = new Set([429, 502, 503, 504]);

/**
 * A `fetch` that sends a request again after a refusal for a time or a lost connection, as long as
 * that is safe: queries, and mutations with an Idempotency-Key, which all tries share.
 */
export const retryFetch = ({ fetch = (...args) => globalThis.fetch(...args), ...options } = {}) => {
  const patience = patienceOf(options);
  return async (input, init) => {
    const request = withKey(input, init, patience);
    const isSafe = canRepeat(input, request);
    for (let tried = 1; ; tried += 1) {
      const { response, error } = await tryOnce(fetch, input, request);
      const wait =
        isSafe && isTemporary(response, error, signalOf(input, request))
          ? waitBefore(tried, response && waitOf(response.headers), patience)
          : null;
      if (wait === null) {
        if (error) throw error;
        return response;
      }
      await response?.body?.cancel();
      await pause(wait, signalOf(input, request));
    }
  };
};

const tryOnce = async (fetch, input, init) => {
  try {
    return { response: await fetch(isRequest(input) ? input.clone() : input, init) };
  } catch (thrown) {
    return {
      error: thrown instanceof Error ? thrown : new TypeError("fetch failed", { cause: thrown }),
    };
  }
};

const isTemporary = (response, error, signal) =>
  response
    ? TEMPORARY_STATUSES.has(response.status) || response.headers.has("retry-after")
    : error.name !== "AbortError" && !signal?.aborted;

const isRequest = (input) => typeof Request === "function" && input instanceof Request;

const methodOf = (input, init) =>
  (init?.method ?? (isRequest(input) ? input.method : "GET")).toUpperCase();

const headersOf = (input, init) =>
  new Headers(init?.headers ?? (isRequest(input) ? input.headers : undefined));

const signalOf = (input, init) => init?.signal ?? (isRequest(input) ? input.signal : undefined);

const isRead = (input, init) =>
  ["GET", "HEAD"].includes(methodOf(input, init)) || onlyReads(init?.body);

const canRepeat = (input, init) =>
  isRead(input, init) || headersOf(input, init).has("idempotency-key");

/** The request with a key of its own, if it writes and has none. */
const withKey = (input, init, { idempotencyKeys }) => {
  const headers = headersOf(input, init);
  if (!idempotencyKeys || headers.has("idempotency-key") || isRead(input, init)) return init;
  for (const [name, value] of Object.entries(idempotencyHeaders())) headers.set(name, value);
  return { ...init, headers };
};

const pause = (ms, signal) =>
  new Promise((done, fail) => {
    const stop = () => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      done();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
