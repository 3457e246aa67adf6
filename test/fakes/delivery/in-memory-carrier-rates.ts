import type {
  CarrierQuestion,
  CarrierRates,
} from "../../../src/application/delivery/ports/carrier-rates.js";

interface FakeCarrier extends CarrierRates {
  /** What was asked, oldest first. */
  readonly questions: readonly CarrierQuestion[];
  /** Set it to what the carrier does from now on. */
  answer: (signal: AbortSignal) => Promise<number | null>;
}

/** A carrier that answers what a test wants. */
export const inMemoryCarrierRates = (price: number | null): FakeCarrier => {
  const questions: CarrierQuestion[] = [];
  return {
    questions,
    answer: async () => price,
    price(question, signal) {
      questions.push(question);
      return this.answer(signal);
    },
  };
};
