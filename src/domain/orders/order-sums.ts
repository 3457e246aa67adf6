import type { OrderContent } from "./order-content.js";

/** The total of an order, and what it has to equal, in minor units. */
export interface OrderSums {
  readonly total: number;
  /** Lines, delivery and fees, each with its discounts and taxes, and the rounding. */
  readonly parts: number;
  /** Lines, discounts, delivery, fees, added taxes and the rounding, step by step. */
  readonly steps: number;
}

export const orderSums = ({ quote }: Pick<OrderContent, "quote">): OrderSums => {
  const { total, payableRounding } = quote.totals;
  return {
    total: total.minorUnits,
    parts: [...quote.lines, ...quote.delivery, ...quote.fees].reduce(
      (sum, { gross }) => sum + gross.minorUnits,
      payableRounding.minorUnits,
    ),
    steps: quote.breakdown.reduce((sum, { amount }) => sum + amount.minorUnits, 0),
  };
};
