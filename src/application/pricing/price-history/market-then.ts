import { QuoteBeforeHistory } from "../../../domain/pricing/quote/errors.js";
import type { MarketView } from "../ports/markets.js";
import { KEPT_HISTORY_DAYS, type PriceHistory } from "../ports/price-history.js";

const DAY_MS = 24 * 60 * 60_000;

/**
 * A market with the terms that it had at a moment of the past, in one statement. Its history begins
 * with it, and so does that of its prices.
 * @throws QuoteBeforeHistory
 */
export const marketThen = async (
  history: PriceHistory,
  market: MarketView,
  { moment, now }: { readonly moment: Date; readonly now: Date },
): Promise<MarketView> => {
  const kept = new Date(now.getTime() - KEPT_HISTORY_DAYS * DAY_MS);
  const terms = await history.termsOf(market.id, { from: kept, until: now });
  const first = terms[0]?.from ?? now;
  const earliest = first > kept ? first : kept;
  const then = terms.findLast(({ from }) => from <= moment);
  if (moment < earliest || !then) throw new QuoteBeforeHistory(moment, earliest, ["asOf"]);
  const { from: _since, ...termsThen } = then;
  return { ...market, ...termsThen };
};
