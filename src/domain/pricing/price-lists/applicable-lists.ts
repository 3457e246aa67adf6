import { compareText } from "../compare-text.js";
import type { CustomerGroupId, MarketId, PriceListId } from "../ids.js";
import { isValidAt } from "../validity.js";
import { windowOf, type AimedPriceList } from "../aimed-price-list.js";

/** In which market a buyer shops, and in which customer group the buyer is. */
export interface Buyer {
  readonly market: {
    readonly id: MarketId;
    readonly currency: string;
    /** The price list that the market names. */
    readonly priceList: PriceListId | null;
  };
  /** Null for a buyer who belongs to none. */
  readonly customerGroup: CustomerGroupId | null;
}

/**
 * The price lists that apply to a buyer at a moment, in order: that of the customer group, that
 * which is made for the market, that which the market names. A list of a company will come before
 * them. No list applies in another currency than that of the market, nor before it is ready.
 * @returns at most one of each, each once
 */
export const applicableLists = <List extends AimedPriceList>(
  lists: readonly List[],
  { market, customerGroup }: Buyer,
  moment: Date,
): readonly List[] => {
  const valid = lists
    .filter(
      (list) =>
        list.isReady &&
        list.currency === market.currency &&
        isValidAt(windowOf(list), moment) &&
        (list.market === null || list.market === market.id) &&
        (list.customerGroup === null || list.customerGroup === customerGroup),
    )
    .toSorted((a, b) => compareText(a.key, b.key));
  const inOrder = [
    valid.find((list) => list.customerGroup !== null),
    valid.find((list) => list.customerGroup === null && list.market !== null),
    valid.find(({ id }) => id === market.priceList),
  ];
  return [...new Set(inOrder.flatMap((list) => list ?? []))];
};

/**
 * The lists that apply after a list to the buyers that it is made for, at a moment. None after a
 * list that is made for no market, because they depend on the market.
 */
export const fallbacksOf = (
  list: AimedPriceList,
  lists: readonly AimedPriceList[],
  markets: readonly Buyer["market"][],
  moment: Date,
): readonly PriceListId[] => {
  const market = markets.find(({ id }) => id === list.market);
  if (!market) return [];
  const inOrder = applicableLists(lists, { market, customerGroup: null }, moment);
  const others = inOrder.filter(({ id }) => id !== list.id).map(({ id }) => id);
  // Of two lists that are made for a market, one is not valid at the moment: it does not count.
  return list.customerGroup === null ? others.filter((id) => id === market.priceList) : others;
};
