/**
 * The header with which a server that renders for buyers hands on the address of the buyer, so that
 * each buyer has a share of its own. List the address of that server in PLINTH_TRUST_PROXY.
 */
export const buyerHeaders = (address) => (address ? { "X-Forwarded-For": address } : {});

/**
 * How long to wait before a refused request is sent again, in milliseconds; null when it was not
 * refused for a time.
 */
export const retryAfterMs = (headers) => {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
};
