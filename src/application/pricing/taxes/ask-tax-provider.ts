import type { TaxQuestion } from "../../../domain/pricing/quote/tax-question.js";
import {
  checkProvidedTaxes,
  type ProvidedTaxes,
} from "../../../domain/pricing/tax/provided-taxes.js";
import { askOutside, OUTSIDE_LIMITS, type OutsideLimits } from "../../shared/ask-outside.js";
import type { Clock } from "../../shared/clock.js";
import type { TaxAnswer, TaxProvider } from "../ports/tax-provider.js";

/** The tax provider did not answer in time, failed or is left alone. */
export class TaxProviderUnavailable extends Error {
  constructor(provider: string, options?: ErrorOptions) {
    super(`The tax provider ${provider} does not answer.`, options);
    this.name = "TaxProviderUnavailable";
  }
}

/** Asks a tax provider within limits. */
export const askTaxProvider = (
  provider: TaxProvider,
  clock: Clock,
  limits: OutsideLimits = OUTSIDE_LIMITS,
) => {
  const ask = askOutside<TaxQuestion, ProvidedTaxes, TaxAnswer>(
    {
      nameOf: () => provider.name,
      ask: (question, signal) => provider.taxes(question, signal),
      check: (taxes, question) => checkProvidedTaxes(question.items, taxes),
      toAnswer: (terms, taxes) => ({ ...terms, decision: { source: "PROVIDER", taxes } }),
    },
    clock,
    limits,
  );
  /**
   * @param stored the answer that the cart has
   * @param mayFallBack whether the rates of the shop decide without an answer
   * @throws TaxProviderUnavailable without an answer and without a fallback
   */
  return (
    question: TaxQuestion,
    stored: TaxAnswer | null,
    mayFallBack: boolean,
  ): Promise<TaxAnswer> =>
    ask(question, stored, (terms, cause) => {
      if (!mayFallBack) throw new TaxProviderUnavailable(provider.name, { cause });
      return { ...terms, decision: { source: "FALLBACK", taxes: null } };
    });
};
