import { deepEqual } from "../../domain/shared/deep-equal.js";
import type { Clock } from "./clock.js";
import type { OutsideCalls } from "./outside-calls.js";

/** How long an outside service is waited for, and how long its answers are used, in milliseconds. */
export interface AnswerTimes {
  readonly deadlineMs: number;
  /** How long an answer is used. */
  readonly freshMs: number;
  /** How long a fallback is used: shorter, because the service may be back soon. */
  readonly fallbackMs: number;
}

export const ANSWER_TIMES: AnswerTimes = {
  deadlineMs: 2_000,
  freshMs: 15 * 60_000,
  fallbackMs: 60_000,
};

/** What is stored of an answer besides the answer. */
export interface AnswerTerms<Question> {
  readonly question: Question;
  readonly requestedAt: Date;
  /** From then on it is asked for again (exclusive). */
  readonly expiresAt: Date;
}

/** An outside service that answers questions. */
interface OutsideService<Question, Value, Answer> {
  /** Which service is asked. There are few. */
  nameOf(question: Question): string;
  /** @param signal is aborted when the answer is awaited no longer */
  ask(question: Question, signal: AbortSignal): Promise<Value>;
  /** @throws when the answer cannot be right */
  check(value: Value, question: Question): void;
  toAnswer(terms: AnswerTerms<Question>, value: Value): Answer;
}

/**
 * Whether a stored answer is one to a question.
 * @param freshAt when it must not have expired; null: it may have
 */
export const isAnswerTo = (
  stored: Omit<AnswerTerms<unknown>, "requestedAt">,
  question: unknown,
  freshAt: Date | null,
): boolean =>
  (freshAt === null || freshAt < stored.expiresAt) && deepEqual(stored.question, question);

/**
 * Asks an outside service within limits. A stored answer to the same question is used until it
 * expires. Without a right answer in time the fallback is the answer.
 */
export const askOutside = <Question, Value, Answer extends AnswerTerms<Question>>(
  service: OutsideService<Question, Value, Answer>,
  clock: Clock,
  calls: OutsideCalls,
  times: AnswerTimes,
) => {
  const valueOf = async (question: Question, signal: AbortSignal): Promise<Value> => {
    const value = await service.ask(question, signal);
    service.check(value, question);
    return value;
  };

  /** @param fallback may throw when there is none */
  return async (
    question: Question,
    stored: Answer | null,
    fallback: (terms: AnswerTerms<Question>, cause: unknown) => Answer,
  ): Promise<Answer> => {
    const requestedAt = clock.now();
    if (stored && isAnswerTo(stored, question, requestedAt)) return stored;
    const terms = (milliseconds: number): AnswerTerms<Question> => ({
      question,
      requestedAt,
      expiresAt: new Date(requestedAt.getTime() + milliseconds),
    });
    try {
      const value = await calls.call({
        service: service.nameOf(question),
        deadlineMs: times.deadlineMs,
        send: (signal) => valueOf(question, signal),
      });
      return service.toAnswer(terms(times.freshMs), value);
    } catch (error) {
      return fallback(terms(times.fallbackMs), error);
    }
  };
};
