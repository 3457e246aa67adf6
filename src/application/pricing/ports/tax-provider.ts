import type { TaxQuestion } from "../../../domain/pricing/quote/tax-question.js";
import type { ProvidedTaxes, TaxDecision } from "../../../domain/pricing/tax/provided-taxes.js";
import type { AnswerTerms } from "../../shared/ask-outside.js";

/** Asks an outside service for taxes: slow, so only before a unit of work. */
export interface TaxProvider {
  /** For people, in the log: "Avalara". */
  readonly name: string;
  /**
   * The taxes of each item, in the order of the question. Nothing is recorded at the provider.
   * @param signal is aborted when the answer is awaited no longer
   */
  taxes(question: TaxQuestion, signal: AbortSignal): Promise<ProvidedTaxes>;
}

/** Who decided the taxes, with what was asked, as it is stored with a cart. */
export interface TaxAnswer extends AnswerTerms<TaxQuestion> {
  /** `FALLBACK`: the rates of the shop decide, because the provider did not answer. */
  readonly decision: TaxDecision;
}
