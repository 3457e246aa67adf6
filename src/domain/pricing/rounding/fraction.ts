import { roundsUp, type RoundingMode } from "./rounding-mode.js";

/** A part of a whole: not negative, in lowest terms, both numbers safe integers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Up to here products of integers, and a denominator added to them, are exact. */
export const EXACT_PRODUCT = 2 ** 52;

/** @throws RangeError when the fraction in lowest terms has no safe integers */
export const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  let [divisor, rest] = [denominator, numerator];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  const reduced = {
    numerator: Number(numerator / divisor),
    denominator: Number(denominator / divisor),
  };
  if (reduced.numerator > EXACT_PRODUCT || reduced.denominator > EXACT_PRODUCT)
    throw new RangeError(`${numerator}/${denominator} is too fine a fraction.`);
  return reduced;
};

/** A part of an amount that is not negative, in whole minor units. */
export const roundedPart = (
  amount: number,
  { numerator, denominator }: Fraction,
  mode: RoundingMode,
): number => {
  const product = amount * numerator;
  if (product > EXACT_PRODUCT)
    return Number(roundedQuotient(BigInt(amount) * BigInt(numerator), BigInt(denominator), mode));
  let quotient = Math.floor(product / denominator);
  let remainder = product - quotient * denominator;
  // The division of doubles may have been rounded up to a whole number.
  if (remainder < 0) {
    quotient -= 1;
    remainder += denominator;
  }
  return roundsUp(quotient % 2 === 1, 2 * remainder, denominator, mode) ? quotient + 1 : quotient;
};

/** A quotient of numbers that are not negative, in whole units. */
export const roundedQuotient = (
  numerator: bigint,
  denominator: bigint,
  mode: RoundingMode,
): bigint => {
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  return roundsUp(quotient % 2n === 1n, twice, denominator, mode) ? quotient + 1n : quotient;
};
