import type { AnswerTerms } from "../../shared/ask-outside.js";
import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";

/** What an answer is to and how long it is used, as it is stored with a cart. */
export const storedTerms = ({ question, requestedAt, expiresAt }: AnswerTerms<unknown>) => ({
  question,
  requestedAt: requestedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** The question was compared with one of its type before. */
export const termsOf = <Question>(stored: OutsideAnswer): AnswerTerms<Question> => ({
  question: stored.question as Question,
  requestedAt: new Date(stored.requestedAt),
  expiresAt: new Date(stored.expiresAt),
});
