import { notOwed, taxFacts } from "./apply-taxes.js";
import { PriceSteps } from "./price-steps.js";
import type { PricedCart } from "./priced-cart.js";
import type { PriceStep } from "./quote.js";

/**
 * The steps from the prices of the lines to what is paid, in the order of calculation.
 * @param payableRounding minor units
 */
export const quoteBreakdown = (
  { terms, cart, lines, discounts, taxes }: PricedCart,
  payableRounding: number,
): readonly PriceStep[] => {
  const total = new PriceSteps(terms.currency);
  const subtotal = lines.reduce((sum, { item }) => sum + item.subtotal, 0);
  total.add("LINES", subtotal, subtotal, lines.length === 1 ? "1 line" : `${lines.length} lines`);
  const addDiscounts = (areOnDelivery: boolean): void => {
    for (const { discount, amount, base } of discounts)
      if ((discount.target.kind === "DELIVERY") === areOnDelivery)
        total.add(
          "DISCOUNT",
          -amount,
          base,
          discount.reason,
          { discount: discount.id },
          amount < discount.amount.minorUnits,
        );
  };
  addDiscounts(false);
  for (const { steps } of cart.delivery)
    for (const { amount, reason } of steps)
      total.add("DELIVERY", amount.minorUnits, total.amount, reason);
  addDiscounts(true);
  for (const { steps } of cart.fees)
    for (const { amount, reason } of steps)
      total.add("FEE", amount.minorUnits, total.amount, reason);

  const gross = total.amount;
  if (terms.pricesIncludeTax)
    for (const { applied, amount } of taxes.owed.values())
      total.add("INCLUDED_TAX", -amount, gross, applied.label, taxFacts(applied, true));
  for (const { applied, amount } of taxes.notOwed.values())
    total.add("INCLUDED_TAX", -amount, gross, notOwed(applied), taxFacts(applied, false));
  for (const { applied, net, amount } of taxes.owed.values())
    total.add("TAX", amount, net, applied.label, taxFacts(applied, true));
  if (cart.buyer.exemption !== null) total.add("TAX", 0, total.amount, cart.buyer.exemption);
  if (payableRounding !== 0)
    total.add("PAYABLE_ROUNDING", payableRounding, total.amount, "Rounding of the payment");
  return total.steps;
};
