import type { OfferedDelivery } from "../../delivery/ports/delivery-reads.js";
import type { ShopTermsView } from "../../pricing/ports/shop-terms.js";
import type { CartFacts } from "../ports/cart-facts.js";

/** What the carts of a shop have in common. */
export interface CartTerms extends ShopTermsView {
  readonly offered: OfferedDelivery;
}

/** In one statement, and seven more when something of it has changed. */
export const readCartTerms = async (
  facts: Pick<CartFacts, "termsRevisions" | "shopTerms" | "offeredDeliveries">,
): Promise<CartTerms> => {
  const revision = await facts.termsRevisions.current();
  const terms = await facts.shopTerms.at(revision);
  return { ...terms, offered: await facts.offeredDeliveries.at(revision) };
};
