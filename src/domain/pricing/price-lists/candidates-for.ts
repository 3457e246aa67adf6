import type { AimedPriceList } from "../aimed-price-list.js";
import { applicableLists, type Buyer } from "./applicable-lists.js";
import type { PriceCandidates, QuantityPrice } from "./price-candidates.js";

/** All prices of a variant, for every buyer. */
export interface PricesOfVariant {
  readonly lists: readonly (AimedPriceList & { readonly prices: readonly QuantityPrice[] })[];
  readonly own: PriceCandidates["own"];
}

/** The prices that a variant could have for a buyer at a moment. */
export const candidatesFor = (
  { lists, own }: PricesOfVariant,
  buyer: Buyer,
  moment: Date,
): PriceCandidates => ({
  lists: applicableLists(lists, buyer, moment).map(
    ({ key, currency, prices, validFrom: from, validUntil: until }) => ({
      key,
      currency,
      from,
      until,
      prices,
    }),
  ),
  own,
});
