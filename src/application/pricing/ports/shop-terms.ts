import type { TermsRevision } from "../../shared/terms-revision.js";
import type { FeeView } from "./fee-reads.js";
import type { MarketView } from "./markets.js";
import type { ShopTaxesView } from "./shop-taxes.js";

/** What carts are priced by besides prices and deliveries. */
export interface ShopTermsView {
  /** All of them, the default one first. */
  readonly markets: readonly MarketView[];
  readonly taxes: ShopTaxesView;
  readonly fees: readonly FeeView[];
}

export interface ShopTerms {
  /** Without a statement when the terms of the revision are in memory. */
  at(revision: TermsRevision): Promise<ShopTermsView>;
}
