import type { TaxQuestion } from "../../../domain/pricing/quote/tax-question.js";
import {
  checkProvidedTaxes,
  type ProvidedTaxes,
} from "../../../domain/pricing/tax/provided-taxes.js";
import { askOutside, OUTSIDE_LIMITS, type OutsideLimits } from "../../shared/ask-outside.js";
import type { Clock } from "../../shared/clock.js";
import type { TaxAnswer, TaxProvider } from "../ports/tax-provider.js";

/** Asks a tax provider within limits. Without an answer the rates of the shop decide. */
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
  /** @param stored the answer that the cart has */
  return (question: TaxQuestion, stored: TaxAnswer | null): Promise<TaxAnswer> =>
    ask(question, stored, (terms) => ({
      ...terms,
      decision: { source: "FALLBACK", taxes: null },
    }));
};
