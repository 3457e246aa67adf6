import type { RetryOptions } from "./patience.js";

export type { RetryOptions } from "./patience.js";

/**
 * A `fetch` for any GraphQL client that waits and sends a request again when the server refuses it
 * for a time (`Retry-After`) or the connection is lost. It repeats only what is safe: queries, and
 * mutations with an Idempotency-Key, which all tries share. A wait ends when the request is aborted.
 */
export declare const retryFetch: (
  options?: RetryOptions & { readonly fetch?: typeof globalThis.fetch },
) => typeof globalThis.fetch;
