import type { TaxRounding } from "../tax/tax-amounts.js";
import { TaxTable } from "../tax/tax-table.js";
import type { TaxAddress } from "../tax/tax-zone.js";
import type { PricingTerms } from "./cart-to-price.js";

/** The taxes of a market at a moment. */
export class MarketTaxes {
  readonly areIncluded: boolean;
  readonly rounding: TaxRounding;
  /** Those at the domestic address. */
  readonly domestic: TaxTable;

  constructor(
    private readonly terms: PricingTerms,
    private readonly moment: Date,
  ) {
    this.areIncluded = terms.pricesIncludeTax;
    this.rounding = terms.taxRounding;
    this.domestic = this.at(terms.domesticAddress);
  }

  at(address: TaxAddress | null): TaxTable {
    return TaxTable.at(address, this.terms.taxRules, this.areIncluded, this.moment);
  }
}
