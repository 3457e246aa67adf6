import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { TaxDecision, TaxQuestion } from "../../../domain/pricing/pricing.js";
import { answerTo, type KnownAnswers } from "./known-answers.js";
import { taxesOf } from "./stored-taxes.js";

/** What a tax provider is asked about a cart, and what is known of the answer. */
export interface TaxInquiry {
  readonly question: TaxQuestion;
  readonly known: OutsideAnswer | null;
}

/** Decides the taxes of a cart by what a provider answered, and tells what it was asked. */
export const knownTaxes = (answers: KnownAnswers) => {
  let inquiry: TaxInquiry | null = null;
  const decide = (question: TaxQuestion | null): TaxDecision => {
    if (question === null) return { source: "SHOP", taxes: null };
    const known = answerTo(answers, "TAX", null, question);
    inquiry = { question, known };
    return known ? taxesOf(known).decision : { source: "FALLBACK", taxes: null };
  };
  return {
    /** Undefined when nobody is asked. */
    decide: answers.asksTaxes ? decide : undefined,
    /** Null when there is nothing to ask. */
    inquiry: (): TaxInquiry | null => inquiry,
  };
};
