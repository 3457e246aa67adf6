import type { DiscountToApply } from "./cart-to-price.js";
import { PriceSteps } from "./price-steps.js";

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

  /** @param amount at most what is left */
  deduct(
    amount: number,
    { id, reason }: Pick<DiscountToApply, "id" | "reason">,
    isLimited: boolean,
  ): void {
    this.discount += amount;
    this.add("DISCOUNT", -amount, this.amount, reason, { discount: id }, isLimited);
  }
}
