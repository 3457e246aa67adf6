import type { AppliedDiscount } from "./apply-discounts.js";
import type { AppliedTaxes } from "./apply-taxes.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import type { PricedLine } from "./price-lines.js";
import type { PricedItem } from "./priced-item.js";

/** A cart that is worked out. Lines, deliveries and fees are in the order of the cart. */
export interface PricedCart {
  readonly cart: CartToPrice;
  readonly terms: PricingTerms;
  readonly lines: readonly PricedLine[];
  readonly delivery: readonly PricedItem[];
  readonly fees: readonly PricedItem[];
  readonly discounts: readonly AppliedDiscount[];
  readonly taxes: AppliedTaxes;
}
