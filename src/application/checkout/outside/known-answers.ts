import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import { isAnswerTo } from "../../shared/ask-outside.js";
import type { OutsideServices } from "../ports/outside-services.js";
import { termsOf } from "./stored-terms.js";

/** What is known of services outside while a cart is priced. */
export interface KnownAnswers {
  readonly asksTaxes: boolean;
  readonly asksCarriers: boolean;
  /** Of two to the same question the first one counts. */
  readonly answers: readonly OutsideAnswer[];
  /**
   * The time at which an answer must not have expired, to place an order with it; null to show a
   * cart, for which the last answer is good enough.
   */
  readonly freshAt: Date | null;
}

export const NO_SERVICES: KnownAnswers = {
  asksTaxes: false,
  asksCarriers: false,
  answers: [],
  freshAt: null,
};

export const knownAnswers = (
  services: OutsideServices | null | undefined,
  answers: readonly OutsideAnswer[],
  freshAt: Date | null = null,
): KnownAnswers =>
  services
    ? {
        asksTaxes: services.taxProvider !== null,
        asksCarriers: services.carrierRates !== null,
        answers,
        freshAt,
      }
    : NO_SERVICES;

/** The answer to a question; null when there is none that can be used. */
export const answerTo = (
  { answers, freshAt }: KnownAnswers,
  kind: OutsideAnswer["kind"],
  option: DeliveryOptionId | null,
  question: unknown,
): OutsideAnswer | null =>
  answers.find(
    (one) =>
      one.kind === kind && one.option === option && isAnswerTo(termsOf(one), question, freshAt),
  ) ?? null;
