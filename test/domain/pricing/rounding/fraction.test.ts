import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fraction,
  roundedPart,
  roundedQuotient,
} from "../../../../src/domain/pricing/rounding/fraction.js";
import type { RoundingMode } from "../../../../src/domain/pricing/rounding/rounding-mode.js";

const MODES: readonly RoundingMode[] = ["HALF_UP", "HALF_EVEN", "DOWN"];

describe("a part of an amount", () => {
  test.each<readonly [number, readonly [number, number, number]]>([
    [1, [1, 0, 0]],
    [3, [2, 2, 1]],
    [4, [2, 2, 2]],
    [5, [3, 2, 2]],
    [7, [4, 4, 3]],
  ])("half of %i is %j half up, half even and down", (amount, right) => {
    expect(MODES.map((mode) => roundedPart(amount, fraction(1n, 2n), mode))).toEqual(right);
  });

  test("is rounded alike with doubles and with integers of any size", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(1_000), fc.integer({ min: 0, max: 2 ** 52 })),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_999_999 }),
        fc.constantFrom(...MODES),
        (amount, numerator, denominator, mode) => {
          fc.pre(numerator <= denominator);
          const part = fraction(BigInt(numerator), BigInt(denominator));

          expect(BigInt(roundedPart(amount, part, mode))).toBe(
            roundedQuotient(BigInt(amount) * BigInt(numerator), BigInt(denominator), mode),
          );
        },
      ),
    );
  });

  test("is exact where a product of doubles is not", () => {
    const part = fraction(999_999n, 1_999_999n);

    expect(roundedPart(101_799_949_106, part, "DOWN")).toBe(50_899_949_102);
  });

  test("cannot be finer than numbers are exact", () => {
    expect(() => fraction(1n, 2n ** 53n + 1n)).toThrow(RangeError);
    expect(fraction(2n ** 60n, 2n ** 61n)).toEqual({ numerator: 1, denominator: 2 });
  });
});
