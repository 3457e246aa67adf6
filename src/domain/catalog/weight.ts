import type { WeightUnit } from "./variant.js";

/** Milligrams in one unit, as a fraction: the avoirdupois pound is 453.59237 g exactly (international yard and pound agreement, 1959), an ounce a sixteenth of it. */
const MILLIGRAMS: Readonly<Record<WeightUnit, readonly [bigint, bigint]>> = {
  GRAMS: [1_000n, 1n],
  KILOGRAMS: [1_000_000n, 1n],
  OUNCES: [28_349_523_125n, 1_000_000n],
  POUNDS: [45_359_237n, 100n],
};

/** A weight given as a decimal with a point, in whole milligrams, halves rounded up; null when the text is not such a decimal. */
export const milligrams = (decimal: string, unit: WeightUnit): number | null => {
  const [, whole, fraction = ""] = /^(\d{1,12})(?:\.(\d{1,40}))?$/.exec(decimal) ?? [];
  if (whole === undefined) return null;
  const [times, over] = MILLIGRAMS[unit];
  const divisor = 10n ** BigInt(fraction.length) * over;
  return Number((BigInt(whole + fraction) * times * 2n + divisor) / (divisor * 2n));
};

/** Whole milligrams as decimal grams without needless zeros: `180.983`, `50`. */
export const grams = (weightMilligrams: number): string => {
  const fraction = String(weightMilligrams % 1_000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${Math.floor(weightMilligrams / 1_000)}${fraction && `.${fraction}`}`;
};
