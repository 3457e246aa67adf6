import type { TaxDecision } from "../tax/provided-taxes.js";
import { applyTaxes } from "./apply-taxes.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import { MarketTaxes } from "./market-taxes.js";
import { presentQuote } from "./present-quote.js";
import { priceWithoutTax } from "./price-without-tax.js";
import type { Quote } from "./quote.js";

/**
 * What a cart costs at a moment, and why: prices, then discounts, delivery, fees, taxes, and the
 * rounding of what is paid. Pure; amounts are whole minor units, rounded in the taxes and the
 * payable rounding only. The order of lines, deliveries and fees changes no amount.
 * @param decision the answer of a tax provider to the question of this cart; left out: the rates of
 * the shop decide
 * @throws Refused with LineWithoutPrice and CurrencyMismatch; RangeError for a cart that breaks the
 * rules of its type, and for taxes of another cart
 */
export const priceCart = (
  cart: CartToPrice,
  terms: PricingTerms,
  moment: Date,
  decision: TaxDecision = OWN_RATES,
): Quote => {
  const { taxable, ...priced } = priceWithoutTax(cart, terms, moment);
  const taxes = applyTaxes(taxable, cart.buyer, new MarketTaxes(terms, moment), decision.taxes);
  return presentQuote({ ...priced, cart, terms, taxes, taxSource: decision.source });
};

const OWN_RATES: TaxDecision = { source: "SHOP", taxes: null };
