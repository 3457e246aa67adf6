import type { TaxCategory } from "../../../domain/pricing/tax/tax-category.js";
import type { TaxRules } from "../../../domain/pricing/tax/tax-table.js";

/** The categories, zones and rates of a shop; all empty in a shop that sets no taxes. */
export interface ShopTaxesView extends TaxRules {
  /** By key. */
  readonly categories: readonly TaxCategory[];
}

/** What the shop sets about taxes. An adapter may return it as it was a second ago. */
export interface ShopTaxes {
  /** Three statements, however many there are. */
  current(): Promise<ShopTaxesView>;
}
