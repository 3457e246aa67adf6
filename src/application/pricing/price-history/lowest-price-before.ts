import type { Buyer } from "../../../domain/pricing/price-lists/applicable-lists.js";
import { choosePrice, type ChosenPrice } from "../../../domain/pricing/price-lists/choose-price.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PastPrice, PastPriceList } from "../ports/price-history.js";
import { candidatesThen } from "./past-candidates.js";

const DAY_MS = 24 * 60 * 60_000;
const DAYS_BEFORE = 30;

interface PricesThen {
  readonly prices: readonly PastPrice[];
  readonly lists: readonly PastPriceList[];
}

/**
 * The lowest price of one unit that applied to a buyer during the 30 days before the present
 * reduction began (Directive 98/6/EC, Article 6a). A reduction that grows step by step began with
 * its first step. Null when the price is not reduced at the moment, or when there was none before.
 * @param history of one variant
 */
export const lowestPriceBefore = (
  history: PricesThen,
  buyer: Buyer,
  moment: Date,
): Money | null => {
  const periods = periodsOf(history, buyer, moment);
  let start: Date | null = null;
  for (const { from, chosen } of periods.toReversed()) {
    if (!isReduced(chosen)) break;
    start = from;
  }
  if (start === null) return null;
  const earliest = new Date(start.getTime() - DAYS_BEFORE * DAY_MS);
  let lowest: Money | null = null;
  for (const [index, { from, chosen }] of periods.entries()) {
    const until = periods[index + 1]?.from ?? moment;
    if (!chosen || from >= start || until <= earliest) continue;
    if (lowest === null || lowest.isAbove(chosen.price)) lowest = chosen.price;
  }
  return lowest;
};

const isReduced = (chosen: ChosenPrice | null): boolean =>
  chosen?.compareAt?.isAbove(chosen.price) ?? false;

/** What one unit cost from each moment on at which that may have changed. */
const periodsOf = ({ prices, lists }: PricesThen, buyer: Buyer, moment: Date) => {
  const moments = [
    ...prices.map(({ from }) => from),
    ...lists.flatMap(({ from, validFrom, validUntil }) => [from, validFrom, validUntil]),
  ].flatMap((time) => (time !== null && time <= moment ? time.getTime() : []));
  return [...new Set(moments)]
    .toSorted((a, b) => a - b)
    .map((time) => {
      const from = new Date(time);
      const candidates = candidatesThen({ prices, lists }, buyer, from);
      return { from, chosen: choosePrice(candidates, 1, buyer.market.currency, from) };
    });
};
