import type { Markets, MarketView } from "../../application/pricing/ports/markets.js";
import { cachedReading } from "./cached-reading.js";

interface CachedMarkets extends Markets {
  /** To be called after a change: the markets are read again. */
  readonly invalidate: () => void;
}

/**
 * Markets in the memory of this process, as old as `cachedReading` allows: every request reads them,
 * and they seldom change.
 * @param elapsed in milliseconds, monotonic
 */
export const cachedMarkets = (
  read: () => Promise<readonly MarketView[]>,
  elapsed?: () => number,
): CachedMarkets => {
  const { get, invalidate } = cachedReading(read, elapsed);
  return { all: get, invalidate };
};
