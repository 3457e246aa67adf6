import type { TaxedPrice } from "../../../domain/pricing/quote/unit-taxes.js";
import type { TaxedVariant } from "../../../domain/pricing/tax/tax-category-of.js";
import type { Money } from "../../../domain/shared/money.js";

/** The taxes on the prices that a market shows at a moment. */
export interface PriceTaxes {
  /** Whether nothing is taxed there. */
  readonly areNone: boolean;
  /**
   * What a quote for one unit says before an address is known.
   * @param price in the currency of the market, as it shows it
   */
  of(price: Money, variant: TaxedVariant): TaxedPrice;
}
