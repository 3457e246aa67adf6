import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberRanges } from "../../../src/domain/search/number-ranges.js";
import { sortableNumber } from "../../../src/domain/search/sortable-number.js";

const NUMBERS = fc
  .array(fc.integer({ min: -10_000, max: 1_000_000 }), { minLength: 1 })
  .map((all) => Float64Array.from(all, (one) => one / 100).toSorted());

describe("ranges of numbers", () => {
  test("hold each number once", () => {
    fc.assert(
      fc.property(NUMBERS, (numbers) => {
        const { ranges } = numberRanges(numbers);
        for (const number of numbers)
          expect(
            ranges.filter(
              ({ min, max }) => number >= (min ?? -Infinity) && number <= (max ?? Infinity),
            ),
          ).toHaveLength(1);
      }),
    );
  });

  test("have as many decimals as the numbers", () => {
    expect(numberRanges(Float64Array.of(0.25, 0.4, 0.75, 1.5))).toMatchObject({ digits: 2 });
    expect(numberRanges(Float64Array.of(1990, 2004))).toMatchObject({ digits: 0 });
    expect(numberRanges(Float64Array.of(7, 7))).toEqual({
      digits: 0,
      ranges: [{ min: 7, max: 7 }],
    });
  });
});

test("numbers as text sort as numbers do", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [one, other] = [sortableNumber(a), sortableNumber(b)];
      expect(one < other).toBe(a < b);
    }),
  );
});
