import { priceBuckets } from "./price-buckets.js";

/** A range of numbers, both ends included. Null: no limit at this end. */
export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
}

const MOST_DIGITS = 6;

/**
 * Ranges with round limits that contain about equally many numbers each; one range when all numbers
 * are about the same.
 * @param numbers ascending, at least one
 */
export const numberRanges = (
  numbers: Float64Array,
): { readonly digits: number; readonly ranges: readonly NumberRange[] } => {
  const digits = digitsOf(numbers);
  const scale = 10 ** digits;
  const buckets = priceBuckets(numbers.map((one) => Math.round(one * scale)));
  const unscaled = (end: number | null): number | null => (end === null ? null : end / scale);
  return {
    digits,
    ranges:
      buckets.length > 0
        ? buckets.map(({ min, max }) => ({ min: unscaled(min), max: unscaled(max) }))
        : [{ min: numbers[0] ?? 0, max: numbers.at(-1) ?? 0 }],
  };
};

/** How many decimals tell the numbers apart. */
const digitsOf = (numbers: Float64Array): number => {
  for (let digits = 0; digits < MOST_DIGITS; digits += 1) {
    const scale = 10 ** digits;
    if (numbers.every((one) => Math.abs(Math.round(one * scale) - one * scale) < 1e-6))
      return digits;
  }
  return MOST_DIGITS;
};
