import { Money } from "../../shared/money.js";
import { applyTaxes } from "./apply-taxes.js";
import type { PricingTerms } from "./cart-to-price.js";
import { MarketTaxes } from "./market-taxes.js";
import { PricedItem } from "./priced-item.js";
import type { QuotedAmounts } from "./quote.js";

/** What one unit costs without tax, with it, and the tax. `net` and `tax` add up to `gross`. */
export type TaxedPrice = Pick<QuotedAmounts, "net" | "tax" | "gross">;

/** The taxes on single units. */
export interface UnitTaxes {
  /** Whether nothing is taxed, whatever its category. */
  readonly areNone: boolean;
  /**
   * @param price of one unit, in the currency of the market, with or without tax as its prices are
   * @param taxCategory the key; null for goods that are never taxed
   */
  of(price: Money, taxCategory: string | null): TaxedPrice;
}

/**
 * The taxes on single units in a market at a moment, for a buyer of whom nothing is known: what
 * `priceCart` says of a cart with one unit, by the same rules.
 */
export const unitTaxes = (terms: PricingTerms, moment: Date): UnitTaxes => {
  const { currency } = terms;
  const taxes = new MarketTaxes(terms, moment);
  return {
    areNone: taxes.domestic.isEmpty,
    of: (price, taxCategory) => {
      const item = new PricedItem("unit", 1, taxCategory, currency);
      item.add("PRICE", price.minorUnits, price.minorUnits, "Price");
      applyTaxes({ lines: [item], charges: [] }, UNKNOWN_BUYER, taxes, null);
      return {
        net: Money.of(item.net, currency),
        tax: Money.of(item.amount - item.net, currency),
        gross: Money.of(item.amount, currency),
      };
    },
  };
};

const UNKNOWN_BUYER = { address: null, exemption: null };
