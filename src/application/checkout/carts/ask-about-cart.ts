import type { CartSnapshot } from "../../../domain/checkout/cart.js";
import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import { askCarrier, CarrierUnavailable } from "../../delivery/delivery.js";
import { askTaxProvider } from "../../pricing/pricing.js";
import type { Clock } from "../../shared/clock.js";
import type { CartView } from "./cart-view.js";
import { priceCart } from "./price-cart.js";
import type { CartTerms } from "./read-cart-terms.js";
import { readTermsOfCart, type Moment } from "./view-cart.js";
import type { CartFacts } from "../ports/cart-facts.js";
import type { OutsideServices } from "../ports/outside-services.js";
import type { PriceInquiry } from "../outside/carrier-offers.js";
import { knownAnswers } from "../outside/known-answers.js";
import { priceOf, storedPrice } from "../outside/stored-price.js";
import { storedTaxes, taxesOf } from "../outside/stored-taxes.js";

/**
 * Finds out what services outside answer about a cart as it would be.
 * @param terms left out: they are read
 */
export type AskAboutCart = (
  facts: CartFacts,
  cart: CartSnapshot,
  moment: Moment,
  terms?: CartTerms,
) => Promise<readonly OutsideAnswer[]>;

// More carriers than a page offers would only make every change slower.
const MAX_PRICES = 20;

/**
 * Asks carriers at once, and then the tax provider, because deliveries are taxed. What is stored with
 * the cart is used while it is an answer to the same question and has not expired. An outage is the
 * labelled fallback; a price without one stays unknown.
 */
export const askAboutCart = (services: OutsideServices, clock: Clock): AskAboutCart => {
  const { taxProvider, carrierRates, calls, times, log } = services;
  const carriers = carrierRates && askCarrier(carrierRates, clock, calls, times);
  const taxes = taxProvider && askTaxProvider(taxProvider, clock, calls, times);

  const priceFor = async ({
    option,
    question,
    fallback,
    known,
  }: PriceInquiry): Promise<readonly OutsideAnswer[]> => {
    if (!carriers) return [];
    try {
      const stored = known && priceOf(known);
      const answer = await carriers(question, stored, fallback);
      if (answer !== stored && answer.source === "FALLBACK") log.warn("A carrier does not answer.");
      return [storedPrice(option, answer)];
    } catch (error) {
      if (!(error instanceof CarrierUnavailable)) throw error;
      log.warn("A carrier does not answer.", { error });
      return [];
    }
  };

  const taxesFor = async ({ outside }: CartView): Promise<readonly OutsideAnswer[]> => {
    if (!taxes || !taxProvider || !outside.taxes) return [];
    const { question, known } = outside.taxes;
    const stored = known && taxesOf(known);
    const answer = await taxes(question, stored);
    if (answer !== stored && answer.decision.source === "FALLBACK")
      log.warn("The tax provider does not answer.");
    return [storedTaxes(taxProvider.name, answer)];
  };

  return async (facts, cart, moment, known) => {
    const terms = await readTermsOfCart(facts, cart, moment, known);
    const stored = cart.content.outsideAnswers ?? [];
    const priced = (answers: readonly OutsideAnswer[]): CartView =>
      priceCart(
        cart,
        terms,
        moment.now,
        moment.paymentMethod ?? null,
        knownAnswers(services, answers),
      );
    const inquiries = priced(stored).outside.prices.slice(0, MAX_PRICES);
    const prices = (await Promise.all(inquiries.map(priceFor))).flat();
    return [...prices, ...(await taxesFor(priced([...prices, ...stored])))];
  };
};
