import type { RatedTax } from "./tax-table.js";

/** An amount that is taxed by one set of rates: a line, a delivery or fee, or a part of one. */
export interface TaxedAmount {
  /** Minor units, not negative. */
  readonly amount: number;
  readonly quantity: number;
  readonly taxes: readonly RatedTax[];
}
