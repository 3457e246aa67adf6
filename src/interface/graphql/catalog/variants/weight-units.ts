import { registerEnumType } from "type-graphql";
import { WEIGHT_UNITS } from "../../../../domain/catalog/variants/variant.js";
import { enumOf } from "../../schema/enum-of.js";

export const WeightUnits = enumOf(WEIGHT_UNITS);
registerEnumType(WeightUnits, {
  name: "WeightUnit",
  description: "A unit of weight.",
  valuesConfig: {
    GRAMS: { description: "Grams." },
    KILOGRAMS: { description: "Kilograms: 1,000 grams." },
    OUNCES: { description: "Avoirdupois ounces: 28.349523125 grams." },
    POUNDS: { description: "Avoirdupois pounds: 453.59237 grams." },
  },
});
