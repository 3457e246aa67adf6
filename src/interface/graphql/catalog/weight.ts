import type { WeightUnit } from "../../../domain/catalog/variant.js";
import type { Weight } from "./value-types.js";

// The international pound is 453.59237 g exactly (1959), an ounce the sixteenth part of it.
const MILLIGRAMS: Readonly<Record<WeightUnit, number>> = {
  GRAMS: 1_000,
  KILOGRAMS: 1_000_000,
  OUNCES: 28_349.523125,
  POUNDS: 453_592.37,
};

/** Whole milligrams as they are shown. */
export const weightIn = (unit: WeightUnit, milligrams: number): Weight => ({
  unit,
  value: decimal(milligrams / MILLIGRAMS[unit], 4),
  grams: decimal(milligrams / MILLIGRAMS.GRAMS, 3),
});

const decimal = (amount: number, digits: number): string =>
  amount.toFixed(digits).replace(/\.?0+$/, "");
