import { beforeEach, describe, expect, test } from "vitest";
import { askTaxProvider } from "../../../src/application/pricing/taxes/ask-tax-provider.js";
import type { TaxQuestion } from "../../../src/domain/pricing/quote/tax-question.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { inMemoryTaxProvider } from "../../fakes/pricing/in-memory-tax-provider.js";

const ITEM = { kind: "LINE", id: "000", variant: null, quantity: 1, amount: 1_000 } as const;
const QUESTION: TaxQuestion = {
  currency: "USD",
  pricesIncludeTax: false,
  address: { country: "US", region: "CO", postalCode: "80202" },
  items: [{ ...ITEM, taxCategory: "standard" }],
};
const calls = () => outsideCalls({ outsideFailures: 2 });
const TIMES = { deadlineMs: 5, freshMs: 60_000, fallbackMs: 10_000 };

describe("the answer of a tax provider", () => {
  let clock = movableClock();
  let provider = inMemoryTaxProvider();
  let ask = askTaxProvider(provider, clock, calls(), TIMES);
  beforeEach(() => {
    clock = movableClock();
    provider = inMemoryTaxProvider();
    ask = askTaxProvider(provider, clock, calls(), TIMES);
  });

  test("is stored with the question, and used for the same question until it expires", async () => {
    const first = await ask(QUESTION, null);
    clock.forward(59_999);
    const again = await ask(structuredClone(QUESTION), first);
    const other = await ask({ ...QUESTION, pricesIncludeTax: true }, first);
    clock.forward(1);
    const expired = await ask(QUESTION, first);

    expect(first).toMatchObject({
      question: QUESTION,
      decision: { source: "PROVIDER", taxes: [[{ tax: "Tenth", amount: 100 }]] },
    });
    expect(first.expiresAt.getTime() - first.requestedAt.getTime()).toBe(60_000);
    expect(again).toBe(first);
    expect([other.question.pricesIncludeTax, expired === first]).toEqual([true, false]);
    expect(provider.questions).toHaveLength(3);
  });

  test("is left to the shop's rates, marked and for a shorter time, when it is late", async () => {
    let isAborted = false;
    provider.answer = (_, signal) =>
      new Promise(() => {
        signal.addEventListener("abort", () => (isAborted = true));
      });

    const late = await ask(QUESTION, null);

    expect(late.decision).toEqual({ source: "FALLBACK", taxes: null });
    expect(late.expiresAt.getTime() - late.requestedAt.getTime()).toBe(10_000);
    expect(isAborted).toBe(true);
  });

  test("is left to the shop's rates when it cannot be right, or the provider throws", async () => {
    provider.answer = async () => [[], []];
    const wrong = await ask(QUESTION, null);
    provider.answer = () => {
      throw new Error("500");
    };
    const thrown = await ask({ ...QUESTION, currency: "CAD" }, null);

    expect([wrong.decision.source, thrown.decision.source]).toEqual(["FALLBACK", "FALLBACK"]);
  });

  test("is not waited for after failures in a row", async () => {
    provider.answer = () => Promise.reject(new Error("503"));
    for (const _ of [1, 2, 3]) await ask(QUESTION, null);

    expect(provider.questions).toHaveLength(2);
  });
});
