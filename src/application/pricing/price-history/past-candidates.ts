import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Buyer } from "../../../domain/pricing/price-lists/applicable-lists.js";
import { candidatesFor } from "../../../domain/pricing/price-lists/candidates-for.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../../domain/pricing/price-lists/price-candidates.js";
import type { PastPrice, PastPriceList, PriceHistory } from "../ports/price-history.js";

/**
 * The prices that variants could have had for a buyer at a moment in the past, and the lists that
 * applied then, in two statements.
 * @param buyer with the terms that the market had then
 */
export const pastCandidates = async (
  history: PriceHistory,
  ids: readonly VariantId[],
  buyer: Buyer,
  moment: Date,
): Promise<ReadonlyMap<VariantId, CandidatesOfVariant>> => {
  const period = { from: moment, until: moment };
  const [prices, lists] = await Promise.all([history.pricesOf(ids, period), history.lists(period)]);
  return new Map(
    [...prices].map(([id, own]) => [id, candidatesThen({ prices: own, lists }, buyer, moment)]),
  );
};

/**
 * What a variant could have cost a buyer at a moment.
 * @param prices of one variant, in the order of their times, from the moment or before it on
 */
export const candidatesThen = (
  {
    prices,
    lists,
  }: { readonly prices: readonly PastPrice[]; readonly lists: readonly PastPriceList[] },
  buyer: Buyer,
  moment: Date,
): CandidatesOfVariant => {
  const then = latest(prices, moment, (one) => `${one.priceList} ${one.minimumQuantity}`).flatMap(
    ({ price, ...one }) => (price ? [{ ...one, price }] : []),
  );
  const listsThen = latest(lists, moment, ({ id }) => id).filter(({ isDeleted }) => !isDeleted);
  return candidatesFor(
    {
      lists: listsThen
        .map((list) => ({ ...list, prices: then.filter(({ priceList }) => priceList === list.id) }))
        .filter((list) => list.prices.length > 0),
      own: then.find(({ priceList }) => priceList === null) ?? null,
    },
    buyer,
    moment,
  );
};

/** The last entry of each key that is not after the moment. */
const latest = <Entry extends { readonly from: Date }>(
  entries: readonly Entry[],
  moment: Date,
  keyOf: (entry: Entry) => string,
): readonly Entry[] => [
  ...new Map(
    entries.filter(({ from }) => from <= moment).map((entry) => [keyOf(entry), entry]),
  ).values(),
];
