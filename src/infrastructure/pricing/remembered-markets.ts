import type { Markets, MarketView } from "../../application/pricing/ports.js";

/** Asked with each request, and changed hardly ever: so an answer is good for a second. */
const FRESH_MS = 1_000;
/** An answer that old is not given any more while a new one can be had. */
const STALE_MS = 10_000;

export interface RememberedMarkets extends Markets {
  /** Something may have been changed: the next answer is read anew. */
  readonly forget: () => void;
}

/**
 * Markets as this process remembers them. A change by another process is seen about a second later; while the database is down the last
 * answer holds.
 * @param elapsed milliseconds of a clock that nobody sets
 */
export const rememberedMarkets = (
  read: () => Promise<readonly MarketView[]>,
  elapsed: () => number = () => performance.now(),
): RememberedMarkets => {
  let known: { readonly markets: readonly MarketView[]; readonly at: number } | null = null;
  let reading: Promise<readonly MarketView[]> | null = null;
  let changes = 0;

  const refresh = (): Promise<readonly MarketView[]> => {
    if (reading) return reading;
    const [at, before] = [elapsed(), changes];
    const now = read()
      .then((markets) => {
        // What was read before a change was made says nothing of it.
        if (before === changes) known = { markets, at };
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
      if (!known) return refresh();
      const last = known;
      const age = elapsed() - last.at;
      if (age < FRESH_MS) return last.markets;
      const next = refresh().catch(() => last.markets);
      return age < STALE_MS ? last.markets : next;
    },
    forget: () => {
      changes += 1;
      reading = null;
      if (known) known = { ...known, at: Number.NEGATIVE_INFINITY };
    },
  };
};
