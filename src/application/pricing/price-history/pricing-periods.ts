import {
  applicableLists,
  type Buyer,
} from "../../../domain/pricing/price-lists/applicable-lists.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { PastMarket, PastPriceList } from "../ports/price-history.js";

/** What decided on the prices of a buyer from a moment on, until the next period. */
export interface PricingPeriod {
  readonly from: Date;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** The lists that applied, in their order. */
  readonly lists: readonly { readonly id: PriceListId; readonly key: string }[];
}

/**
 * The periods of a market for a buyer, the first one first. They are the same for all variants.
 * @param terms of the market, in the order of their times
 * @param lists of the shop, likewise
 */
export const pricingPeriods = (
  terms: readonly PastMarket[],
  lists: readonly PastPriceList[],
  customerGroup: Buyer["customerGroup"],
  until: Date,
): readonly PricingPeriod[] => {
  const named = new Set(terms.map(({ priceList }) => priceList));
  const markets = new Set(terms.map(({ id }) => id));
  const aimed = new Set(
    lists.flatMap(({ id, market }) => (market !== null && markets.has(market) ? [id] : [])),
  );
  const relevant = lists.filter(
    ({ id, customerGroup: group }) =>
      named.has(id) || aimed.has(id) || (group !== null && group === customerGroup),
  );
  const moments = [
    ...terms.map(({ from }) => from),
    ...relevant.flatMap(({ from, validFrom, validUntil }) => [from, validFrom, validUntil]),
  ].flatMap((time) => (time !== null && time <= until ? time.getTime() : []));
  const [nextTerms, nextLists] = [untilTime(terms), untilTime(relevant)];
  const listsThen = new Map<PriceListId, PastPriceList>();
  const periods: PricingPeriod[] = [];
  let market: PastMarket | null = null;
  for (const time of [...new Set(moments)].toSorted((a, b) => a - b)) {
    for (const list of nextLists(time)) listsThen.set(list.id, list);
    market = nextTerms(time).at(-1) ?? market;
    if (!market) continue;
    const from = new Date(time);
    const { currency, pricesIncludeTax } = market;
    const open = [...listsThen.values()].filter(({ isDeleted }) => !isDeleted);
    const applied = applicableLists(open, { market, customerGroup }, from);
    const period = {
      currency,
      pricesIncludeTax,
      lists: applied.map(({ id, key }) => ({ id, key })),
    };
    const { from: _since, ...last } = periods.at(-1) ?? { from };
    if (!deepEqual(last, period)) periods.push({ from, ...period });
  }
  return periods;
};

/** Gives entries in the order of their times, each once: with each call those until a time. */
export const untilTime = <Entry extends { readonly from: Date }>(
  entries: readonly Entry[],
): ((time: number) => readonly Entry[]) => {
  let next = 0;
  return (time) => {
    const start = next;
    for (let entry = entries[next]; entry && entry.from.getTime() <= time; entry = entries[next])
      next += 1;
    return entries.slice(start, next);
  };
};
