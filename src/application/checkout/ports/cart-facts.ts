import type { VariantsToBuy } from "../../catalog/ports/variants-to-buy.js";
import type { OfferedDeliveries } from "../../delivery/ports/offered-deliveries.js";
import type { OfferedMethods } from "../../payments/ports/payment-stores.js";
import type { ShopTerms } from "../../pricing/ports/shop-terms.js";
import type { TermsRevisions } from "../../shared/terms-revision.js";

/**
 * What a cart is priced from: stores of a unit of work, and reads outside of one. Two statements
 * when the terms are in memory.
 */
export interface CartFacts {
  readonly termsRevisions: TermsRevisions;
  readonly shopTerms: ShopTerms;
  readonly offeredDeliveries: OfferedDeliveries;
  readonly offeredMethods: OfferedMethods;
  readonly variantsToBuy: VariantsToBuy;
}
