import { grams, weightIn } from "../../../../domain/catalog/variants/milligrams.js";
import type { WeightUnit } from "../../../../domain/catalog/variants/variant.js";
import type { Weight } from "./weight.js";

/** Whole milligrams in the unit of the merchant, and exactly in grams. */
export const presentWeight = (unit: WeightUnit, milligrams: number): Weight => ({
  unit,
  value: weightIn(unit, milligrams),
  grams: grams(milligrams),
});
