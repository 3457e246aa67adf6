import type { TaxSource } from "../tax/provided-taxes.js";
import type { AppliedTaxes } from "./apply-taxes.js";
import type { CartToPrice, PricingTerms } from "./cart-to-price.js";
import type { CartWithoutTax } from "./price-without-tax.js";

/** A cart that is worked out. */
export interface PricedCart extends Omit<CartWithoutTax, "taxable"> {
  readonly cart: CartToPrice;
  readonly terms: PricingTerms;
  readonly taxes: AppliedTaxes;
  readonly taxSource: TaxSource;
}
