import type { ApolloLink } from "@apollo/client";
import type { RetryOptions } from "./patience.js";

export type { RetryOptions } from "./patience.js";

/**
 * A link for Apollo Client, in front of the HttpLink, that waits and sends an operation again when
 * the server refuses it for a time or the connection is lost. It repeats only what is safe: queries,
 * and mutations with an Idempotency-Key, which all tries share. Use it instead of `retryFetch`.
 */
export declare const retryLink: (options?: RetryOptions) => ApolloLink;
