import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import { chargedPrice, type DeliveryOffer, type Parcel } from "../../delivery/delivery.js";
import type { CarrierQuestion } from "../../delivery/ports/carrier-rates.js";
import { answerTo, type KnownAnswers } from "./known-answers.js";
import { priceOf } from "./stored-price.js";

/** What a carrier is asked about an option, and what is known of the answer. */
export interface PriceInquiry {
  readonly option: DeliveryOptionId;
  readonly question: CarrierQuestion;
  /** Minor units; null when the option has no price of its own. */
  readonly fallback: number | null;
  readonly known: OutsideAnswer | null;
}

interface PricedOffers {
  readonly offers: readonly DeliveryOffer[];
  readonly inquiries: readonly PriceInquiry[];
}

/** Offers with the prices that carriers named. What a carrier does not deliver is left out. */
export const carrierOffers = (
  offers: readonly DeliveryOffer[],
  parcel: Parcel,
  { address, currency }: { readonly address: PostalAddress | null; readonly currency: string },
  answers: KnownAnswers,
): PricedOffers => {
  if (!answers.asksCarriers || !address) return { offers, inquiries: [] };
  const { country, region, postalCode } = address;
  const inquiries: PriceInquiry[] = [];
  const priced = offers.flatMap((offer): readonly DeliveryOffer[] => {
    const { option } = offer;
    if (offer.price || !option.carrier) return [offer];
    const { carrier, service } = option.carrier;
    const question: CarrierQuestion = {
      service: { carrier, service },
      parcel,
      to: { country, region, postalCode },
      currency,
    };
    const rate = option.rates.find((one) => one.currency === currency);
    const known = answerTo(answers, "DELIVERY", option.id, question);
    inquiries.push({ option: option.id, question, fallback: rate?.steps[0]?.price ?? null, known });
    if (!known) return [offer];
    const { price, source } = priceOf(known);
    if (price === null) return [];
    const { amount, steps } = chargedPrice(option, price, { parcel, currency });
    return [{ option, price: amount, steps, source }];
  });
  return { offers: priced, inquiries };
};
