import { PriceSteps } from "./price-steps.js";
import type { PriceStepFacts } from "./quote.js";

/** A line, a delivery or a fee while it is worked out. All amounts are in minor units. */
export class PricedItem extends PriceSteps {
  /** What it costs before discounts. */
  subtotal = 0;
  /** What discounts take away. */
  discount = 0;
  /** What it costs without tax. */
  net = 0;

  constructor(
    readonly id: string,
    readonly quantity: number,
    readonly taxCategory: string | null,
    currency: string,
  ) {
    super(currency);
  }

  /**
   * @param amount at most what is left
   * @param facts the same object for all shares of a discount, of which there may be thousands
   */
  deduct(amount: number, reason: string, facts: PriceStepFacts, isLimited: boolean): void {
    this.discount += amount;
    this.add("DISCOUNT", -amount, this.amount, reason, facts, isLimited);
  }
}
