import type { OfferedDelivery } from "../../delivery/ports/delivery-reads.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payments.js";
import type { ShopTermsView } from "../../pricing/ports/shop-terms.js";
import type { TermsRevision } from "../../shared/terms-revision.js";
import type { CartFacts } from "../ports/cart-facts.js";

/** What the carts of a shop have in common. */
export interface CartTerms extends ShopTermsView {
  readonly offered: OfferedDelivery;
  readonly methods: readonly PaymentMethodSnapshot[];
}

/**
 * In eight statements when something of it has changed.
 * @param known the revision; left out: it is read, in one statement
 */
export const readCartTerms = async (
  facts: Pick<CartFacts, "termsRevisions" | "shopTerms" | "offeredDeliveries" | "offeredMethods">,
  known?: TermsRevision,
): Promise<CartTerms> => {
  const revision = known === undefined ? await facts.termsRevisions.current() : known;
  const terms = await facts.shopTerms.at(revision);
  const offered = await facts.offeredDeliveries.at(revision);
  return { ...terms, offered, methods: await facts.offeredMethods.at(revision) };
};
