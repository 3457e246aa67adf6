import type { ErrorCode } from "./error-codes.js";

export type { ErrorCode } from "./error-codes.js";

/** Codes of errors after which the same request can succeed when it is sent again. */
export { retryableCodes } from "./error-codes.js";

/**
 * Every code that an error names, in order. It takes what clients throw or answer: an error or a
 * result of Apollo Client, urql, graphql-request or fetch, an entry of `errors` or of `userErrors`,
 * or a payload with `userErrors`.
 */
export declare const errorCodesOf: (error: unknown) => ErrorCode[];

/** The first code that an error names; null when it names none, for example without a network. */
export declare const errorCodeOf: (error: unknown) => ErrorCode | null;

/**
 * Whether the same request can succeed when it is sent again later: after an outage, a used-up share
 * or a lost connection. Send a mutation again only with the Idempotency-Key of the first try.
 */
export declare const isRetryable: (error: unknown) => boolean;

/**
 * How long the server asks to wait before the request is sent again, in milliseconds: of headers, a
 * response or an error. Null when it does not ask.
 */
export declare const retryAfterMs: (source: unknown) => number | null;
