export { errorCodeOf, errorCodesOf, isRetryable, retryableCodes, retryAfterMs } from "./errors.js";
export { fromSearchParams, toggle, toSearchParams } from "./facets.js";
export { buyerHeaders, idempotencyHeaders, shopHeaders } from "./headers.js";
export { retryFetch } from "./retry.js";
