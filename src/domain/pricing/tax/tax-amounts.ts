import { roundedPart, type Fraction } from "../rounding/fraction.js";
import type { RoundingMode } from "../rounding/rounding-mode.js";
import { amountsPerRate } from "./amounts-per-rate.js";
import type { TaxedAmount } from "./taxed-amount.js";

export const TAX_ROUNDING_STEPS = ["LINE", "RATE", "UNIT"] as const;

/**
 * Where taxes become whole minor units: `LINE` once for each line, `UNIT` for each unit and then
 * multiplied, `RATE` once for each rate and document, and then split over the lines.
 */
export interface TaxRounding {
  readonly per: (typeof TAX_ROUNDING_STEPS)[number];
  readonly mode: RoundingMode;
}

/**
 * The taxes on each amount, in the order of its rates, in minor units.
 * @param amounts in the order of their ids, which decides ties
 */
export const taxAmounts = (
  amounts: readonly TaxedAmount[],
  { per, mode }: TaxRounding,
  areIncluded: boolean,
): readonly (readonly number[])[] => {
  if (per === "RATE") return amountsPerRate(amounts, mode, areIncluded);
  return amounts.map(({ amount, quantity, taxes }) =>
    taxes.map(({ part }) =>
      per === "LINE" ? roundedPart(amount, part, mode) : perUnit(amount, quantity, part, mode),
    ),
  );
};

/** A discount may leave units that differ by one minor unit: 25.00 for 3 is 8.33, 8.33 and 8.34. */
const perUnit = (amount: number, quantity: number, part: Fraction, mode: RoundingMode): number => {
  const lower = Math.floor(amount / quantity);
  const higher = amount - lower * quantity;
  return (
    (quantity - higher) * roundedPart(lower, part, mode) +
    (higher === 0 ? 0 : higher * roundedPart(lower + 1, part, mode))
  );
};
