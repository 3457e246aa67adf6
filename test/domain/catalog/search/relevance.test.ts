import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceBuckets } from "../../../../src/domain/catalog/search/price-buckets.js";
import {
  CODE_POINTS,
  enoughWords,
  FIELDS,
  titlePoints,
  wordPoints,
} from "../../../../src/domain/catalog/search/relevance.js";

const { TITLE, KEYWORD, DESCRIPTION } = FIELDS;

describe("relevance", () => {
  test("a title says more than keywords, and they say more than a description", () => {
    expect(wordPoints(TITLE, "EXACT")).toBeGreaterThan(wordPoints(KEYWORD | DESCRIPTION, "EXACT"));
    expect(wordPoints(KEYWORD, "EXACT")).toBeGreaterThan(wordPoints(DESCRIPTION, "EXACT"));
  });

  test("a word in several fields is worth a little more than in the best of them", () => {
    expect(wordPoints(TITLE | DESCRIPTION, "EXACT")).toBeGreaterThan(wordPoints(TITLE, "EXACT"));
    expect(wordPoints(0, "EXACT")).toBe(0);
  });

  test("the word itself is worth more than its plural, a beginning, a slip and two slips", () => {
    const points = (["EXACT", "PLURAL", "PREFIX", "SLIP", "TWO_SLIPS"] as const).map((agreement) =>
      wordPoints(TITLE, agreement),
    );
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(new Set(points).size).toBe(points.length);
  });

  test("a title that says only what was looked for is worth more than one that says more, and words in sequence more than scattered ones", () => {
    expect(titlePoints(2, 2, true)).toBeGreaterThan(titlePoints(2, 4, true));
    expect(titlePoints(2, 4, true)).toBeGreaterThan(titlePoints(2, 4, false));
  });

  test("a label that was typed comes before all that sixteen words may be worth", () => {
    expect(CODE_POINTS).toBeGreaterThan(16 * wordPoints(7, "EXACT") + titlePoints(16, 16, true));
  });

  test("of one or two words all must be there, of more most", () => {
    expect([1, 2, 3, 4, 5, 6].map(enoughWords)).toEqual([1, 2, 2, 3, 4, 4]);
  });
});

describe("ranges of prices", () => {
  test("have round ends", () => {
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

  test("are none where all prices are the same, or there are none", () => {
    expect(priceBuckets([1_000, 1_000])).toEqual([]);
    expect(priceBuckets([])).toEqual([]);
  });

  test("hold every price exactly once", () => {
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
