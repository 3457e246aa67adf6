/**
 * The header with which a server that renders for buyers hands on the address of the buyer, so that
 * each buyer has a share of its own. List the address of that server in PLINTH_TRUST_PROXY.
 */
export declare const buyerHeaders: (address: string | null | undefined) => Record<string, string>;

/**
 * How long to wait before a refused request is sent again, in milliseconds; null when it was not
 * refused for a time.
 */
export declare const retryAfterMs: (headers: { get(name: string): string | null }) => number | null;
