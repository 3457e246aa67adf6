import type { ChargeToPrice } from "./cart-to-price.js";
import { PricedItem } from "./priced-item.js";

/** Deliveries or fees at their prices. @throws RangeError when one is below zero */
export const priceCharges = (
  charges: readonly ChargeToPrice[],
  kind: "DELIVERY" | "FEE",
  currency: string,
): readonly PricedItem[] =>
  charges.map(({ id, steps, taxCategory }) => {
    const item = new PricedItem(id, 1, taxCategory, currency);
    for (const { amount, reason } of steps) item.add(kind, amount.minorUnits, item.amount, reason);
    if (item.amount < 0) throw new RangeError(`The price of ${id} is below zero.`);
    item.subtotal = item.amount;
    return item;
  });
