import { ANSWER_TIMES, askOutside, type AnswerTimes } from "../shared/ask-outside.js";
import type { Clock } from "../shared/clock.js";
import type { OutsideCalls } from "../shared/outside-calls.js";
import type { CarrierAnswer, CarrierQuestion, CarrierRates } from "./ports/carrier-rates.js";

/** A carrier did not answer in time, failed or is left alone, and the option has no price of its own. */
export class CarrierUnavailable extends Error {
  constructor(carrier: string, options?: ErrorOptions) {
    super(`The carrier ${carrier} does not answer.`, options);
    this.name = "CarrierUnavailable";
  }
}

/** Asks carriers within limits. Without an answer the price of the option itself is the answer. */
export const askCarrier = (
  rates: CarrierRates,
  clock: Clock,
  calls: OutsideCalls,
  times: AnswerTimes = ANSWER_TIMES,
) => {
  const ask = askOutside<CarrierQuestion, number | null, CarrierAnswer>(
    {
      nameOf: ({ service }) => service.carrier,
      ask: (question, signal) => rates.price(question, signal),
      check(price, { service }) {
        if (price !== null && !(Number.isSafeInteger(price) && price >= 0))
          throw new RangeError(`The carrier ${service.carrier} named the price ${price}.`);
      },
      toAnswer: (terms, price) => ({ ...terms, price, source: "CARRIER" }),
    },
    clock,
    calls,
    times,
  );
  /**
   * @param stored the answer that the cart has
   * @param fallback minor units; null when the option has no price of its own
   * @throws CarrierUnavailable without an answer and without a fallback
   */
  return (
    question: CarrierQuestion,
    stored: CarrierAnswer | null,
    fallback: number | null,
  ): Promise<CarrierAnswer> =>
    ask(question, stored, (terms, cause) => {
      if (fallback === null) throw new CarrierUnavailable(question.service.carrier, { cause });
      return { ...terms, price: fallback, source: "FALLBACK" };
    });
};
