import { domesticAddressOf } from "../../../domain/pricing/markets/market-tax-terms.js";
import type { PricingTerms } from "../../../domain/pricing/quote/cart-to-price.js";
import type { MarketView } from "../ports/markets.js";
import type { ShopTaxesView } from "../ports/shop-taxes.js";

/** The terms of a market for quotes. */
export const pricingTerms = (market: MarketView, taxes: ShopTaxesView): PricingTerms => ({
  currency: market.currency,
  pricesIncludeTax: market.pricesIncludeTax,
  taxRounding: market.taxRounding,
  domesticAddress: domesticAddressOf(market),
  taxRules: taxes,
  payableRounding: market.payableRoundings,
});
