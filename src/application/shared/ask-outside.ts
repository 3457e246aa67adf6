import { deepEqual } from "../../domain/shared/deep-equal.js";
import type { Clock } from "./clock.js";
import { prepareInTime } from "./prepare-in-time.js";

/** How long, in milliseconds, and how often an outside service is waited for. */
export interface OutsideLimits {
  readonly deadlineMs: number;
  /** How long an answer is used. */
  readonly freshMs: number;
  /** How long a fallback is used: shorter, because the service may be back soon. */
  readonly fallbackMs: number;
  /** After so many failures in a row the service is left alone. */
  readonly failures: number;
  /** For how long. */
  readonly pauseMs: number;
}

export const OUTSIDE_LIMITS: OutsideLimits = {
  deadlineMs: 2_000,
  freshMs: 15 * 60_000,
  fallbackMs: 60_000,
  failures: 5,
  pauseMs: 30_000,
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

/** Whether a stored answer can be used for a question. */
const isUsable = <Question>(
  stored: AnswerTerms<Question> | null,
  question: Question,
  now: Date,
): boolean => stored !== null && now < stored.expiresAt && deepEqual(stored.question, question);

interface Health {
  failures: number;
  /** When the last one was. */
  failedAt: number;
}

/**
 * Asks an outside service within limits. A stored answer to the same question is used until it
 * expires. Without a right answer in time the fallback is the answer. A service that has failed
 * often is left alone for a while, and then asked by one request at a time.
 */
export const askOutside = <Question, Value, Answer extends AnswerTerms<Question>>(
  service: OutsideService<Question, Value, Answer>,
  clock: Clock,
  limits: OutsideLimits,
) => {
  const health = new Map<string, Health>();

  const mayAsk = (name: string, now: number): boolean => {
    const known = health.get(name);
    if (!known || known.failures < limits.failures) return true;
    if (now < known.failedAt + limits.pauseMs) return false;
    // The next requests wait for what becomes of this one.
    known.failedAt = now;
    return true;
  };

  const noteFailure = (name: string, now: number): void => {
    const failures = (health.get(name)?.failures ?? 0) + 1;
    health.set(name, { failures, failedAt: now });
  };

  /** @param fallback may throw when there is none; the cause is undefined when nobody was asked */
  return async (
    question: Question,
    stored: Answer | null,
    fallback: (terms: AnswerTerms<Question>, cause: unknown) => Answer,
  ): Promise<Answer> => {
    const requestedAt = clock.now();
    if (stored && isUsable(stored, question, requestedAt)) return stored;
    const name = service.nameOf(question);
    const terms = (milliseconds: number): AnswerTerms<Question> => ({
      question,
      requestedAt,
      expiresAt: new Date(requestedAt.getTime() + milliseconds),
    });
    if (!mayAsk(name, requestedAt.getTime())) return fallback(terms(limits.fallbackMs), undefined);
    try {
      const value = await prepareInTime(
        (signal) => service.ask(question, signal),
        limits.deadlineMs,
      );
      service.check(value, question);
      health.delete(name);
      return service.toAnswer(terms(limits.freshMs), value);
    } catch (error) {
      noteFailure(name, clock.now().getTime());
      return fallback(terms(limits.fallbackMs), error);
    }
  };
};
