import type { TaxProvider } from "../../../src/application/pricing/ports/tax-provider.js";
import type { TaxQuestion } from "../../../src/domain/pricing/quote/tax-question.js";
import type { ProvidedTaxes } from "../../../src/domain/pricing/tax/provided-taxes.js";

interface FakeTaxProvider extends TaxProvider {
  /** What was asked, oldest first. */
  readonly questions: readonly TaxQuestion[];
  /** Set it to what the provider does from now on. */
  answer: (question: TaxQuestion, signal: AbortSignal) => Promise<ProvidedTaxes>;
}

/** A tax provider that answers what a test wants; one tenth at first. */
export const inMemoryTaxProvider = (): FakeTaxProvider => {
  const questions: TaxQuestion[] = [];
  return {
    name: "Tenth",
    questions,
    answer: async ({ items }) =>
      items.map(({ amount, taxCategory }) =>
        taxCategory === null
          ? []
          : [
              {
                tax: "Tenth",
                partsPerMillion: 100_000,
                isCompound: false,
                net: amount,
                amount: Math.floor(amount / 10),
              },
            ],
      ),
    taxes(question, signal) {
      questions.push(question);
      return this.answer(question, signal);
    },
  };
};
