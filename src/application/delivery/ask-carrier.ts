import { deepEqual } from "../../domain/shared/deep-equal.js";
import type { Clock } from "../shared/clock.js";
import { prepareInTime } from "../shared/prepare-in-time.js";
import type { CarrierAnswer, CarrierQuestion, CarrierRates } from "./ports/carrier-rates.js";

/** How long, in milliseconds, and how often carriers are waited for. */
export interface CarrierLimits {
  readonly deadlineMs: number;
  /** How long an answer of a carrier is used. */
  readonly freshMs: number;
  /** How long a fallback is used: shorter, because the carrier may be back soon. */
  readonly fallbackMs: number;
  /** After so many failures of a carrier in a row it is left alone. */
  readonly failures: number;
  /** For how long. */
  readonly pauseMs: number;
}

export const CARRIER_LIMITS: CarrierLimits = {
  deadlineMs: 2_000,
  freshMs: 15 * 60_000,
  fallbackMs: 60_000,
  failures: 5,
  pauseMs: 30_000,
};

/** A carrier did not answer in time, failed or is left alone, and the option has no price of its own. */
export class CarrierUnavailable extends Error {
  constructor(carrier: string, options?: ErrorOptions) {
    super(`The carrier ${carrier} does not answer.`, options);
    this.name = "CarrierUnavailable";
  }
}

interface Health {
  failures: number;
  /** When the last one was. */
  failedAt: number;
}

/**
 * Asks carriers within limits. A stored answer to the same question is used until it expires; a
 * carrier that does not answer in time has the fallback, marked as such; one that has failed often
 * is left alone for a while, and then asked by one request at a time.
 */
export const askCarrier = (
  rates: CarrierRates,
  clock: Clock,
  limits: CarrierLimits = CARRIER_LIMITS,
) => {
  // Carriers are those of the options, of which there are few.
  const health = new Map<string, Health>();

  const mayAsk = (carrier: string, now: number): boolean => {
    const known = health.get(carrier);
    if (!known || known.failures < limits.failures) return true;
    if (now < known.failedAt + limits.pauseMs) return false;
    // The next requests wait for what becomes of this one.
    known.failedAt = now;
    return true;
  };

  const noteFailure = (carrier: string, now: number): void => {
    const failures = (health.get(carrier)?.failures ?? 0) + 1;
    health.set(carrier, { failures, failedAt: now });
  };

  /**
   * @param stored the answer that the cart has
   * @param fallback minor units; null when the option has no price of its own
   * @throws CarrierUnavailable without an answer and without a fallback
   */
  return async (
    question: CarrierQuestion,
    stored: CarrierAnswer | null,
    fallback: number | null,
  ): Promise<CarrierAnswer> => {
    const requestedAt = clock.now();
    if (stored && requestedAt < stored.expiresAt && deepEqual(stored.question, question))
      return stored;
    const { carrier } = question.service;
    const answer = (
      price: number | null,
      source: CarrierAnswer["source"],
      milliseconds: number,
    ): CarrierAnswer => ({
      question,
      price,
      source,
      requestedAt,
      expiresAt: new Date(requestedAt.getTime() + milliseconds),
    });
    const instead = (cause?: unknown): CarrierAnswer => {
      if (fallback === null) throw new CarrierUnavailable(carrier, { cause });
      return answer(fallback, "FALLBACK", limits.fallbackMs);
    };
    if (!mayAsk(carrier, requestedAt.getTime())) return instead();
    try {
      const price = await prepareInTime(
        (signal) => rates.price(question, signal),
        limits.deadlineMs,
      );
      if (price !== null && !(Number.isSafeInteger(price) && price >= 0))
        throw new RangeError(`The carrier ${carrier} named the price ${price}.`);
      health.delete(carrier);
      return answer(price, "CARRIER", limits.freshMs);
    } catch (error) {
      noteFailure(carrier, clock.now().getTime());
      return instead(error);
    }
  };
};
