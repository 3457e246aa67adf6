import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { ProvidedTaxes, TaxDecision } from "../../../domain/pricing/pricing.js";
import type { TaxAnswer } from "../../pricing/ports/tax-provider.js";
import { storedTerms, termsOf } from "./stored-terms.js";

/** Taxes as they are stored with a cart. @param service the name of the provider */
export const storedTaxes = (service: string, answer: TaxAnswer): OutsideAnswer => ({
  kind: "TAX",
  option: null,
  service,
  source: answer.decision.source === "PROVIDER" ? "SERVICE" : "FALLBACK",
  answer: { taxes: answer.decision.taxes },
  ...storedTerms(answer),
});

export const taxesOf = (stored: OutsideAnswer): TaxAnswer => ({
  ...termsOf(stored),
  decision: decisionOf(stored),
});

const decisionOf = ({ source, answer }: OutsideAnswer): TaxDecision => {
  const { taxes } = answer as { readonly taxes: ProvidedTaxes | null };
  return source === "SERVICE" && taxes !== null
    ? { source: "PROVIDER", taxes }
    : { source: "FALLBACK", taxes: null };
};
