/** How far the time of a signature may be from now, in either direction, in seconds. */
const TOLERANCE_SECONDS = 300;

/**
 * Whether a webhook was signed within five minutes before or after now.
 * @param signedAt in seconds, as gateways write it
 */
export const isRecent = (signedAt: number, now: Date): boolean =>
  Number.isSafeInteger(signedAt) && Math.abs(now.getTime() / 1_000 - signedAt) <= TOLERANCE_SECONDS;
