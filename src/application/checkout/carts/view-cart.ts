import type { VariantId } from "../../../domain/catalog/ids.js";
import type { CartContent } from "../../../domain/checkout/cart-content.js";
import type { CartSnapshot } from "../../../domain/checkout/cart.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import { locationsByPriority } from "../../inventory/inventory.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { CartFacts } from "../ports/cart-facts.js";
import { destinationOf } from "./destination-of.js";
import type { CartView } from "./cart-view.js";
import type { KnownAnswers } from "../outside/known-answers.js";
import { priceCart, type TermsOfCart } from "./price-cart.js";
import { readCartTerms, type CartTerms } from "./read-cart-terms.js";

export interface Moment {
  readonly now: Date;
  /** A BCP 47 tag; null for the language of the catalogue. */
  readonly locale: string | null;
  /** Rounds what is paid; left out until one is chosen. */
  readonly paymentMethod?: string | null;
}

/**
 * A cart with its prices, deliveries and requirements, in two statements.
 * @param terms left out: they are read
 * @throws QuoteTooLarge
 */
export const viewCart = async (
  facts: CartFacts,
  cart: CartSnapshot,
  moment: Moment,
  answers: KnownAnswers,
  terms?: CartTerms,
): Promise<CartView> => {
  const termsOfCart = await readTermsOfCart(facts, cart, moment, terms);
  return priceCart(cart, termsOfCart, moment.now, moment.paymentMethod ?? null, answers);
};

/** Everything that the price of a cart depends on, except what services outside answer. */
export const readTermsOfCart = async (
  facts: CartFacts,
  { content }: CartSnapshot,
  { now, locale }: Moment,
  terms?: CartTerms,
): Promise<TermsOfCart> => {
  const { markets, ...others } = terms ?? (await readCartTerms(facts));
  const { lines, market: id } = content;
  const market = markets.find((one) => one.id === id) ?? markets.find((one) => one.isDefault);
  if (!market) throw new Error("There is no market.");
  const ids = [...new Set(lines.map(({ variantId }) => variantId))];
  const variants =
    ids.length > 0
      ? await facts.variantsToBuy.byId(ids, {
          buyer: { market, customerGroup: null },
          at: now,
          locale,
          locations: locationsOf(market, content),
        })
      : new Map<VariantId, VariantToBuy>();
  return { ...others, market, variants };
};

/** The locations that serve the buyer of a cart; null for all. */
const locationsOf = (market: MarketView, content: CartContent) =>
  market.locations &&
  locationsByPriority(destinationOf(market, content), market.locations).map(({ id }) => id);
