export {
  errorCodeOf,
  errorCodesOf,
  isRetryable,
  retryableCodes,
  retryAfterMs,
  type ErrorCode,
} from "./errors.js";
export {
  fromSearchParams,
  toggle,
  toSearchParams,
  type FacetFilter,
  type SearchParamsFilter,
} from "./facets.js";
export { buyerHeaders, idempotencyHeaders, shopHeaders } from "./headers.js";
export { retryFetch, type RetryOptions } from "./retry.js";
