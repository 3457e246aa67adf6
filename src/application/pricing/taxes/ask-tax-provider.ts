import type { TaxQuestion } from "../../../domain/pricing/quote/tax-question.js";
import {
  checkProvidedTaxes,
  type ProvidedTaxes,
} from "../../../domain/pricing/tax/provided-taxes.js";
import { ANSWER_TIMES, askOutside, type AnswerTimes } from "../../shared/ask-outside.js";
import type { Clock } from "../../shared/clock.js";
import type { OutsideCalls } from "../../shared/outside-calls.js";
import type { TaxAnswer, TaxProvider } from "../ports/tax-provider.js";

/** Asks a tax provider within limits. Without an answer the rates of the shop decide. */
export const askTaxProvider = (
  provider: TaxProvider,
  clock: Clock,
  calls: OutsideCalls,
  times: AnswerTimes = ANSWER_TIMES,
) => {
  const ask = askOutside<TaxQuestion, ProvidedTaxes, TaxAnswer>(
    {
      nameOf: () => provider.name,
      ask: (question, signal) => provider.taxes(question, signal),
      check: (taxes, question) => checkProvidedTaxes(question.items, taxes),
      toAnswer: (terms, taxes) => ({ ...terms, decision: { source: "PROVIDER", taxes } }),
    },
    clock,
    calls,
    times,
  );
  /** @param stored the answer that the cart has */
  return (question: TaxQuestion, stored: TaxAnswer | null): Promise<TaxAnswer> =>
    ask(question, stored, (terms) => ({
      ...terms,
      decision: { source: "FALLBACK", taxes: null },
    }));
};
