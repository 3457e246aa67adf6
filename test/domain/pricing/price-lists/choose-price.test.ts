import { describe, expect, test } from "vitest";
import { choosePrice } from "../../../../src/domain/pricing/price-lists/choose-price.js";
import type { CandidateList } from "../../../../src/domain/pricing/price-lists/price-candidates.js";
import { Money } from "../../../../src/domain/shared/money.js";

const NOW = new Date("2026-12-01T12:00:00Z");
const second = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const eur = (decimal: string): Money => Money.parse(decimal, "EUR");
const list = (
  key: string,
  prices: Readonly<Record<number, string>>,
  change: Partial<CandidateList> = {},
): CandidateList => ({
  key,
  currency: "EUR",
  from: null,
  until: null,
  prices: Object.entries(prices).map(([from, price]) => ({
    minimumQuantity: Number(from),
    price: Money.parse(price, change.currency ?? "EUR"),
    compareAt: null,
  })),
  ...change,
});
const own = { price: eur("10.00"), compareAt: null };
const chosen = (lists: readonly CandidateList[], quantity = 1) => {
  const found = choosePrice({ lists, own }, quantity, "EUR", NOW);
  return found && [found.priceList, found.price.toDecimal()];
};

describe("the price of a variant", () => {
  test("is that of the first list that has one, even when a later list is cheaper", () => {
    const lists = [
      list("company", {}),
      list("group", { 1: "9.00" }),
      list("market", { 1: "8.00" }),
    ];

    expect(chosen(lists)).toEqual(["group", "9.00"]);
    expect(chosen([])).toEqual([null, "10.00"]);
  });

  test("is that of the largest quantity break that the quantity reaches", () => {
    const lists = [list("market", { 10: "7.00", 1: "9.00", 5: "8.00" })];

    expect([1, 4, 5, 9, 10, 99].map((quantity) => chosen(lists, quantity)?.[1])).toEqual([
      "9.00",
      "9.00",
      "8.00",
      "8.00",
      "7.00",
      "7.00",
    ]);
  });

  test("is that of a later list where the first one has quantity breaks only", () => {
    const lists = [list("company", { 10: "5.00" }), list("market", { 1: "9.00" })];

    expect([chosen(lists, 9), chosen(lists, 10)]).toEqual([
      ["market", "9.00"],
      ["company", "5.00"],
    ]);
  });

  test("changes with the window of a list to the second: the start counts, the end does not", () => {
    const during = (from: number | null, until: number | null) =>
      chosen([
        list(
          "sale",
          { 1: "1.00" },
          {
            from: from === null ? null : second(from),
            until: until === null ? null : second(until),
          },
        ),
      ])?.[0];

    expect([during(0, 1), during(-1, 1), during(null, 1), during(0, null)]).toEqual(
      Array.from({ length: 4 }, () => "sale"),
    );
    expect([during(1, 2), during(-1, 0), during(null, 0), during(1, null)]).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  test("is never converted: lists and own prices in another currency do not count", () => {
    const dollars = list("dollars", { 1: "1.00" }, { currency: "USD" });

    expect(chosen([dollars])).toEqual([null, "10.00"]);
    expect(choosePrice({ lists: [], own }, 1, "USD", NOW)).toBeNull();
    expect(choosePrice({ lists: [], own: null }, 1, "EUR", NOW)).toBeNull();
  });
});
