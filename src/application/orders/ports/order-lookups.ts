/** After how many milliseconds the looked-up orders are forgotten. */
export const LOOKUP_WINDOW_MS = 10 * 60_000;

/** Keeps account of the orders that guests look up by e-mail address and number. */
export interface OrderLookups {
  /**
   * Counts one more, whether or not there is such an order.
   * @param client the address of the guest; undefined where nobody knows it
   * @returns null, or after how many milliseconds the guest may try again
   */
  readonly use: (number: string, client: string | undefined) => number | null;
}
