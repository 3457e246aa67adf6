import { describe, expect, test } from "vitest";
import { changedPrice, returnedPrice, wayBack } from "../../../src/domain/pricing/price-change.js";
import { checkNoCrossing, checkScheduleTimes } from "../../../src/domain/pricing/schedule-times.js";
import { NegativePrice, type VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";

const MUG = variantId(1);
const euros = (amount: string): Money => Money.parse(amount, "EUR");
const usual: VariantPrice = {
  variantId: MUG,
  price: euros("20"),
  compareAt: null,
  cost: euros("8"),
};

describe("a price change", () => {
  test("touches what it names, and nothing else", () => {
    expect(changedPrice(MUG, usual, { price: euros("15") })).toEqual({
      ...usual,
      price: euros("15"),
    });
    expect(
      changedPrice(MUG, usual, { price: euros("15"), compareAt: euros("20"), cost: null }),
    ).toEqual({ variantId: MUG, price: euros("15"), compareAt: euros("20"), cost: null });
    expect(changedPrice(MUG, null, { price: euros("15") })).toEqual({
      variantId: MUG,
      price: euros("15"),
      compareAt: null,
      cost: null,
    });
  });

  test("keeps the rules of prices", () => {
    expect(() => changedPrice(MUG, usual, { price: euros("-1") })).toThrow(NegativePrice);
  });
});

describe("a price that holds for a time", () => {
  const sale = { price: euros("15"), compareAt: euros("20") };
  const during = changedPrice(MUG, usual, sale);
  const back = wayBack(usual, sale);

  test("goes back to what held before", () => {
    expect(returnedPrice(MUG, during, back)).toEqual(usual);
  });

  test("keeps what the sale had not touched as it has become meanwhile", () => {
    expect(returnedPrice(MUG, { ...during, cost: euros("9") }, back)).toEqual({
      ...usual,
      cost: euros("9"),
    });
  });

  test.each([
    ["another price", { price: euros("14") }],
    ["another crossed-out price", { compareAt: null }],
  ])("stays when somebody has set %s meanwhile", (_, more) => {
    expect(returnedPrice(MUG, { ...during, ...more }, back)).toEqual({ ...during, ...more });
  });

  test("ends without a price where there was none, and where there is none any more", () => {
    expect(returnedPrice(MUG, changedPrice(MUG, null, sale), wayBack(null, sale))).toBeNull();
    expect(returnedPrice(MUG, null, back)).toBeNull();
  });
});

describe("two prices that go back", () => {
  const day = (n: number): Date => new Date(Date.UTC(2026, 1, n));
  const mayStandBeside = (
    at: number,
    until: number | null,
    other: { readonly at: Date | null; readonly until: Date },
  ): boolean => {
    try {
      checkNoCrossing({ at: day(at), until: until === null ? null : day(until) }, [other]);
      return true;
    } catch {
      return false;
    }
  };

  test.each([
    ["before it", 1, 10, true],
    ["up to its beginning", 8, 10, true],
    ["from its end", 20, 22, true],
    ["within it", 12, 18, true],
    ["within it up to its end", 12, 20, true],
    ["around it", 8, 22, true],
    ["around it up to its end", 8, 20, true],
    ["for good", 12, null, true],
    ["over its beginning", 8, 12, false],
    ["over its end", 18, 22, false],
    ["from its beginning on", 10, 22, false],
    ["at the same time", 10, 20, false],
  ])("%s", (_, at, until, expected) => {
    expect(mayStandBeside(at, until, { at: day(10), until: day(20) })).toBe(expected);
  });

  test("one of which has begun", () => {
    expect([
      mayStandBeside(12, 18, { at: null, until: day(20) }),
      mayStandBeside(18, 22, { at: null, until: day(20) }),
      mayStandBeside(20, 22, { at: null, until: day(20) }),
    ]).toEqual([true, false, true]);
  });
});

describe("the times of a price", () => {
  const NOW = new Date("2028-02-29T12:00:00.000Z");
  const refused = (at: string, until: string | null = null): readonly string[] => {
    try {
      checkScheduleTimes({ at: new Date(at), until: until === null ? null : new Date(until) }, NOW);
      return [];
    } catch (error) {
      return error instanceof Refused ? error.errors.map(({ path }) => path.join(".")) : ["?"];
    }
  };

  test.each([
    ["2028-02-29T12:00:00.001Z", null, []],
    ["2028-02-29T12:00:00.000Z", null, ["at"]],
    ["2033-02-28T00:00:00.000Z", "2033-03-01T12:00:00.000Z", []],
    ["2033-03-01T12:00:00.001Z", null, ["at"]],
    ["2028-03-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z", ["until"]],
    ["2028-03-01T00:00:00.000Z", "2034-03-01T00:00:00.000Z", ["until"]],
    ["2027-03-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z", ["at", "until"]],
  ])("from %s until %s", (at, until, places) => {
    expect(refused(at, until)).toEqual(places);
  });
});
