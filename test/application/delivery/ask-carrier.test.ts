import { beforeEach, describe, expect, test } from "vitest";
import { askCarrier, CarrierUnavailable } from "../../../src/application/delivery/ask-carrier.js";
import { inMemoryCarrierRates } from "../../fakes/delivery/in-memory-carrier-rates.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { movableClock } from "../../fakes/movable-clock.js";

const QUESTION = {
  service: { carrier: "dhl", service: "express" },
  parcel: { subtotal: 2_000, weight: 500, quantity: 1 },
  to: { country: "NO", region: null, postalCode: "0150" },
  currency: "EUR",
} as const;
const calls = () => outsideCalls({ outsideFailures: 2 });
const TIMES = { deadlineMs: 5, freshMs: 60_000, fallbackMs: 10_000 };

describe("the price of a carrier", () => {
  let clock = movableClock();
  let carrier = inMemoryCarrierRates(1_290);
  let ask = askCarrier(carrier, clock, calls(), TIMES);
  beforeEach(() => {
    clock = movableClock();
    carrier = inMemoryCarrierRates(1_290);
    ask = askCarrier(carrier, clock, calls(), TIMES);
  });

  test("is stored with the question, and used for the same question until it expires", async () => {
    const first = await ask(QUESTION, null, 990);
    clock.forward(59_999);
    const again = await ask(structuredClone(QUESTION), first, 990);
    const other = await ask({ ...QUESTION, currency: "CHF" }, first, 990);
    clock.forward(1);
    const expired = await ask(QUESTION, first, 990);

    expect(first).toMatchObject({ question: QUESTION, price: 1_290, source: "CARRIER" });
    expect(first.expiresAt.getTime() - first.requestedAt.getTime()).toBe(60_000);
    expect(again).toBe(first);
    expect([other.question.currency, expired === first]).toEqual(["CHF", false]);
    expect(carrier.questions).toHaveLength(3);
  });

  test("may be none, because the carrier does not deliver there", async () => {
    carrier.answer = async () => null;

    expect(await ask(QUESTION, null, 990)).toMatchObject({ price: null, source: "CARRIER" });
  });

  test("is the fallback, marked and for a shorter time, when the carrier is late or wrong", async () => {
    let isAborted = false;
    carrier.answer = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          isAborted = true;
          reject(new Error("aborted"));
        });
      });
    const late = await ask(QUESTION, null, 990);
    carrier.answer = async () => -1;
    const wrong = await ask(QUESTION, null, 990);

    expect([late, wrong].map(({ price, source }) => `${price} ${source}`)).toEqual([
      "990 FALLBACK",
      "990 FALLBACK",
    ]);
    expect(late.expiresAt.getTime() - late.requestedAt.getTime()).toBe(10_000);
    expect(isAborted).toBe(true);
  });

  test("is an outage without a fallback", async () => {
    carrier.answer = () => Promise.reject(new Error("503"));

    await expect(ask(QUESTION, null, null)).rejects.toThrow(CarrierUnavailable);
  });

  test("is not asked for after failures in a row", async () => {
    carrier.answer = () => Promise.reject(new Error("503"));
    for (const _ of [1, 2, 3]) await ask(QUESTION, null, 990);

    expect(carrier.questions).toHaveLength(2);
    carrier.answer = async () => 1_300;
    expect(await ask(QUESTION, null, 990)).toMatchObject({ price: 990, source: "FALLBACK" });
  });

  test("of another carrier is still asked for", async () => {
    carrier.answer = () => Promise.reject(new Error("503"));
    for (const _ of [1, 2, 3]) await ask(QUESTION, null, 990);
    carrier.answer = async () => 1_300;

    const service = { ...QUESTION.service, carrier: "ups" };
    expect(await ask({ ...QUESTION, service }, null, 990)).toMatchObject({ price: 1_300 });
  });
});
