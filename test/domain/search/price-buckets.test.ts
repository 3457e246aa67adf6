import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceBuckets } from "../../../src/domain/search/price-buckets.js";

describe("price ranges", () => {
  test("have round limits", () => {
    expect(
      priceBuckets([499, 999, 1_299, 1_999, 2_499, 4_999, 9_999, 12_999, 14_999, 19_999]),
    ).toEqual([
      { min: null, max: 1_499 },
      { min: 1_500, max: 1_999 },
      { min: 2_000, max: 9_999 },
      { min: 10_000, max: 14_999 },
      { min: 15_000, max: null },
    ]);
  });

  test("do not exist if all prices are the same or there are none", () => {
    expect(priceBuckets([1_000, 1_000])).toEqual([]);
    expect(priceBuckets([])).toEqual([]);
  });

  test("contain every price exactly once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 }),
        (prices) => {
          const buckets = priceBuckets(prices.toSorted((a, b) => a - b));
          for (const price of buckets.length === 0 ? [] : prices)
            expect(
              buckets.filter(({ min, max }) => price >= (min ?? 0) && price <= (max ?? Infinity)),
            ).toHaveLength(1);
        },
      ),
    );
  });
});
