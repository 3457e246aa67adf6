import { compareText } from "../compare-text.js";
import { applyDiscounts, type AppliedDiscount } from "./apply-discounts.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import { checkCart } from "./check-cart.js";
import { priceCharges } from "./price-charges.js";
import { priceLines, type PricedLine } from "./price-lines.js";
import type { PricedItem } from "./priced-item.js";

/** A cart with prices, discounts, delivery and fees, before taxes. */
export interface CartWithoutTax {
  /** Lines, deliveries and fees are in the order of the cart. */
  readonly lines: readonly PricedLine[];
  readonly delivery: readonly PricedItem[];
  readonly fees: readonly PricedItem[];
  readonly discounts: readonly AppliedDiscount[];
  /** What may be taxed, in the order of the ids, which decides ties. */
  readonly taxable: {
    readonly lines: readonly PricedItem[];
    /** Deliveries, then fees. */
    readonly charges: readonly PricedItem[];
  };
}

/**
 * The first five steps of the calculation.
 * @throws Refused with LineWithoutPrice and CurrencyMismatch; RangeError for a cart that breaks the
 * rules of its type
 */
export const priceWithoutTax = (
  cart: CartToPrice,
  { currency }: Pick<PricingTerms, "currency">,
  moment: Date,
): CartWithoutTax => {
  checkCart(cart, currency);
  const lines = priceLines(cart.lines, currency, moment);
  const delivery = priceCharges(cart.delivery, "DELIVERY", currency);
  const subtotal = lines.reduce((sum, { item }) => sum + item.subtotal, 0);
  const applied = cart.fees.filter(
    ({ onlyBelow }) => !onlyBelow || (lines.length > 0 && subtotal < onlyBelow.minorUnits),
  );
  const fees = priceCharges(applied, "FEE", currency);
  const sortedLines = byId(lines.map(({ item }) => item));
  const sortedDelivery = byId(delivery);
  return {
    lines,
    delivery,
    fees,
    discounts: applyDiscounts(cart.discounts, sortedLines, sortedDelivery),
    taxable: { lines: sortedLines, charges: [...sortedDelivery, ...byId(fees)] },
  };
};

const byId = (items: readonly PricedItem[]): readonly PricedItem[] =>
  items.toSorted((a, b) => compareText(a.id, b.id));
