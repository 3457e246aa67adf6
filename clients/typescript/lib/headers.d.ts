/**
 * The headers that select the market and the language of a request: `Plinth-Market` and
 * `Plinth-Locale`. What is not given is not sent, and the defaults of the shop apply.
 */
export declare const shopHeaders: (context?: {
  /** The handle of the market, such as `ch`. */
  readonly market?: string | null | undefined;
  /** The language tag, such as `de` or `pt-BR`. */
  readonly locale?: string | null | undefined;
}) => Record<string, string>;

/**
 * The header with which a server that renders for buyers hands on the address of the buyer, so that
 * each buyer has a share of its own. List the address of that server in PLINTH_TRUST_PROXY.
 */
export declare const buyerHeaders: (address: string | null | undefined) => Record<string, string>;

/**
 * The header by which a mutation that is sent twice is made once: with the given key, or a new
 * random one. Keep the key for as long as the same change is tried.
 */
export declare const idempotencyHeaders: (key?: string) => Record<string, string>;
