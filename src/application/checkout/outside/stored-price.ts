import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import type { CarrierAnswer } from "../../delivery/ports/carrier-rates.js";
import { storedTerms, termsOf } from "./stored-terms.js";

/** A price of a carrier as it is stored with a cart. */
export const storedPrice = (option: DeliveryOptionId, answer: CarrierAnswer): OutsideAnswer => ({
  kind: "DELIVERY",
  option,
  service: answer.question.service.carrier,
  source: answer.source === "CARRIER" ? "SERVICE" : "FALLBACK",
  answer: { price: answer.price },
  ...storedTerms(answer),
});

export const priceOf = (stored: OutsideAnswer): CarrierAnswer => ({
  ...termsOf(stored),
  price: (stored.answer as { readonly price: number | null }).price,
  source: stored.source === "SERVICE" ? "CARRIER" : "FALLBACK",
});
