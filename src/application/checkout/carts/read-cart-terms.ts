import type { OfferedDelivery } from "../../delivery/ports/delivery-reads.js";
import type { ShopTermsView } from "../../pricing/ports/shop-terms.js";
import type { TermsRevision } from "../../shared/terms-revision.js";
import type { CartFacts } from "../ports/cart-facts.js";

/** What the carts of a shop have in common. */
export interface CartTerms extends ShopTermsView {
  readonly offered: OfferedDelivery;
}

/**
 * In seven statements when something of it has changed.
 * @param known the revision; left out: it is read, in one statement
 */
export const readCartTerms = async (
  facts: Pick<CartFacts, "termsRevisions" | "shopTerms" | "offeredDeliveries">,
  known?: TermsRevision,
): Promise<CartTerms> => {
  const revision = known === undefined ? await facts.termsRevisions.current() : known;
  const terms = await facts.shopTerms.at(revision);
  return { ...terms, offered: await facts.offeredDeliveries.at(revision) };
};
