/** The headers that select the market and the language of a request. What is not given is not sent. */
export const shopHeaders = ({ market, locale } = {}) => ({
  ...(market && { "Plinth-Market": market }),
  ...(locale && { "Plinth-Locale": locale }),
});

/**
 * The header with which a server that renders for buyers hands on the address of the buyer, so that
 * each buyer has a share of its own. List the address of that server in PLINTH_TRUST_PROXY.
 */
export const buyerHeaders = (address) => (address ? { "X-Forwarded-For": address } : {});

/** The header by which a repeated mutation is made once, with a new random key. */
export const idempotencyHeaders = (key = randomKey()) => ({ "Idempotency-Key": key });

// randomUUID is missing on pages that are not served by HTTPS or from this computer.
const randomKey = () =>
  globalThis.crypto.randomUUID?.() ??
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
