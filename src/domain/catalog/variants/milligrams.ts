import type { WeightUnit } from "./variant.js";

/**
 * Milligrams in one unit, as a fraction. A pound is exactly 453.59237 g (international yard and
 * pound agreement, 1959), an ounce a sixteenth of it.
 */
const MILLIGRAMS: Readonly<Record<WeightUnit, readonly [bigint, bigint]>> = {
  GRAMS: [1_000n, 1n],
  KILOGRAMS: [1_000_000n, 1n],
  OUNCES: [28_349_523_125n, 1_000_000n],
  POUNDS: [45_359_237n, 100n],
};

/**
 * A weight as a decimal with a point, in whole milligrams, halves rounded up; null when the text is
 * not such a decimal.
 */
export const milligrams = (value: string, unit: WeightUnit): number | null => {
  const [, whole, fraction = ""] = /^(\d{1,12})(?:\.(\d{1,40}))?$/.exec(value) ?? [];
  if (whole === undefined) return null;
  const [numerator, denominator] = MILLIGRAMS[unit];
  const divisor = 10n ** BigInt(fraction.length) * denominator;
  return Number((BigInt(whole + fraction) * numerator * 2n + divisor) / (divisor * 2n));
};

/**
 * Whole milligrams in a unit, as a decimal with at most 4 decimals and without trailing zeros:
 * `0.399`.
 */
export const weightIn = (unit: WeightUnit, weightMilligrams: number): string => {
  const [numerator, denominator] = MILLIGRAMS[unit];
  return decimal(weightMilligrams / (Number(numerator) / Number(denominator)), 4);
};

/** Whole milligrams as decimal grams without trailing zeros: `180.983`, `50`. */
export const grams = (weightMilligrams: number): string => decimal(weightMilligrams / 1_000, 3);

const decimal = (amount: number, digits: number): string =>
  amount.toFixed(digits).replace(/\.?0+$/, "");
