import { compareText } from "../compare-text.js";
import { applyDiscounts } from "./apply-discounts.js";
import { applyTaxes } from "./apply-taxes.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import { checkCart } from "./check-cart.js";
import { presentQuote } from "./present-quote.js";
import { priceCharges } from "./price-charges.js";
import { priceLines } from "./price-lines.js";
import type { PricedItem } from "./priced-item.js";
import type { Quote } from "./quote.js";

/**
 * What a cart costs at a moment, and why: prices, then discounts, delivery, fees, taxes, and the
 * rounding of what is paid. Pure; amounts are whole minor units, rounded in the taxes and the
 * payable rounding only. The order of lines, deliveries and fees changes no amount.
 * @throws Refused with LineWithoutPrice and CurrencyMismatch; RangeError for a cart that breaks the
 * rules of its type
 */
export const priceCart = (cart: CartToPrice, terms: PricingTerms, moment: Date): Quote => {
  const { currency } = terms;
  checkCart(cart, currency);
  const lines = priceLines(cart.lines, currency, moment);
  const delivery = priceCharges(cart.delivery, "DELIVERY", currency);
  const subtotal = lines.reduce((sum, { item }) => sum + item.subtotal, 0);
  const applied = cart.fees.filter(
    ({ onlyBelow }) => !onlyBelow || (lines.length > 0 && subtotal < onlyBelow.minorUnits),
  );
  const fees = priceCharges(applied, "FEE", currency);

  const items = { lines: byId(lines.map(({ item }) => item)), delivery: byId(delivery) };
  const discounts = applyDiscounts(cart.discounts, items.lines, items.delivery);
  const charges = [...items.delivery, ...byId(fees)];
  const taxes = applyTaxes(items.lines, charges, cart.buyer, terms, moment);

  return presentQuote({ cart, terms, lines, delivery, fees, discounts, taxes });
};

const byId = (items: readonly PricedItem[]): readonly PricedItem[] =>
  items.toSorted((a, b) => compareText(a.id, b.id));
