import type { Money } from "../../shared/money.js";
import { isValidAt } from "../validity.js";
import type { CandidateList, PriceCandidates, QuantityPrice } from "./price-candidates.js";

/** The price of one unit, and where it comes from. */
export interface ChosenPrice {
  /** The key of the price list; null for the variant's own price. */
  readonly priceList: string | null;
  readonly price: Money;
  readonly compareAt: Money | null;
  /** From how many units on it applies: more than 1 for a quantity break. */
  readonly minimumQuantity: number;
  /** What one unit costs in the same list without a quantity break; null without such a price. */
  readonly single: Money | null;
}

/**
 * The first price wins: that of the first list that is valid at the moment, is in the currency and
 * has a price for the quantity, otherwise the variant's own price if it is in the currency. Amounts
 * are never converted. Within a list the largest minimum quantity counts that the quantity reaches.
 */
export const choosePrice = (
  { lists, own }: PriceCandidates,
  quantity: number,
  currency: string,
  moment: Date,
): ChosenPrice | null => {
  for (const list of lists) {
    const found = list.currency === currency && isValidAt(list, moment) && inList(list, quantity);
    if (found) return found;
  }
  if (own?.price.currency !== currency) return null;
  return { priceList: null, ...own, minimumQuantity: 1, single: own.price };
};

const inList = ({ key, prices }: CandidateList, quantity: number): ChosenPrice | null => {
  let found: QuantityPrice | null = null;
  for (const price of prices)
    if (
      price.minimumQuantity <= quantity &&
      (found === null || price.minimumQuantity > found.minimumQuantity)
    )
      found = price;
  if (found === null) return null;
  const single = prices.find(({ minimumQuantity }) => minimumQuantity === 1)?.price ?? null;
  return { ...found, priceList: key, single };
};
