/**
 * Takes the points of a request from what its client has left, before anything is read.
 * @param points what the request costs at most: a whole number, at least 1
 * @returns null where nobody keeps account of the client
 * @throws RateLimited when the client has too few points left
 */
export type Charge = (points: number) => Promise<ChargeState>;

export type ChargeState = {
  /** Points that the client has left after this request. */
  readonly remaining: number;
  /** Points that the client gets back in a second. */
  readonly restoredPerSecond: number;
} | null;
