// Made from the error codes of Plinth.

/** Codes of errors after which the same request can succeed when it is sent again. */
export const retryableCodes = [
  "IDEMPOTENCY_CONCURRENT_REQUEST",
  "INTERNAL_ERROR",
  "MEDIA_BUSY",
  "MEDIA_UNAVAILABLE",
  "OUTSIDE_SERVICE_UNAVAILABLE",
  "PRICE_LIST_NOT_READY",
  "QUOTE_EXPIRED",
  "RATE_LIMITED",
  "SERVICE_UNAVAILABLE",
  "TOO_MANY_CONNECTIONS",
];
