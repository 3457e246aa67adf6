import type { Markets, MarketView } from "../../application/pricing/ports/markets.js";

/** Every request reads the markets, and they seldom change. */
const FRESH_MS = 1_000;
/** After so long the cached markets are used only when new ones cannot be read. */
const STALE_MS = 10_000;

interface CachedMarkets extends Markets {
  /** To be called after a change: the markets are read again. */
  readonly invalidate: () => void;
}

/**
 * Markets in the memory of this process. A change by another process is visible about a second
 * later. While the database is down, the last markets are used.
 * @param elapsed in milliseconds, monotonic
 */
export const cachedMarkets = (
  read: () => Promise<readonly MarketView[]>,
  elapsed: () => number = () => performance.now(),
): CachedMarkets => {
  let cached: { readonly markets: readonly MarketView[]; readonly at: number } | null = null;
  let reading: Promise<readonly MarketView[]> | null = null;
  let changes = 0;

  const refresh = (): Promise<readonly MarketView[]> => {
    if (reading) return reading;
    const [at, before] = [elapsed(), changes];
    const now = read()
      .then((markets) => {
        // A change since the read began may not be included.
        if (before === changes) cached = { markets, at };
        return markets;
      })
      .finally(() => {
        if (reading === now) reading = null;
      });
    reading = now;
    return now;
  };

  return {
    all: async () => {
      if (!cached) return refresh();
      const last = cached;
      const age = elapsed() - last.at;
      if (age < FRESH_MS) return last.markets;
      const next = refresh().catch(() => last.markets);
      return age < STALE_MS ? last.markets : next;
    },
    invalidate: () => {
      changes += 1;
      reading = null;
      if (cached) cached = { ...cached, at: Number.NEGATIVE_INFINITY };
    },
  };
};
