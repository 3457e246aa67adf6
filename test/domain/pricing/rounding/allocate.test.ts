import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, allocateExactly } from "../../../../src/domain/pricing/rounding/allocate.js";
import { Money } from "../../../../src/domain/shared/money.js";

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
const weights = fc
  .array(fc.oneof(fc.nat(20), fc.nat(10_000_000)), { minLength: 1, maxLength: 40 })
  .filter((all) => sumOf(all) > 0);

describe("an allocation", () => {
  test("shares an amount as Money.split does, for small and for huge amounts", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(1_000), fc.nat(2 ** 31 - 1), fc.integer({ min: 2 ** 45, max: 2 ** 52 })),
        weights,
        (amount, parts) => {
          const split = Money.of(amount, "EUR").split(parts);
          const expected = split.map(({ minorUnits }) => minorUnits);

          expect(allocate(amount, parts)).toEqual(expected);
          expect(allocateExactly(amount, parts.map(BigInt))).toEqual(expected);
        },
      ),
    );
  });

  test("gives leftover units to the largest remainders, of equal ones to the earlier share", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(5, [3, 7])).toEqual([2, 3]);
    expect(allocate(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0]);
  });

  test("gives nothing to a weight of zero, and nothing of nothing to all", () => {
    expect(allocate(7, [0, 3, 0, 4])).toEqual([0, 3, 0, 4]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(allocateExactly(0, [0n, 1n])).toEqual([0, 0]);
    expect(() => allocate(1, [0, 0])).toThrow(RangeError);
    expect(() => allocateExactly(1, [])).toThrow(RangeError);
  });

  test("passes over a share without room, as long as others have room", () => {
    expect(allocateExactly(1, [1n, 1n], [0, 1])).toEqual([0, 1]);
    expect(allocateExactly(1, [1n, 1n], [0, 0])).toEqual([1, 0]);
  });
});
