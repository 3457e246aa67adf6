import { registerEnumType } from "type-graphql";
import { TAX_ROUNDING_STEPS } from "../../../../domain/pricing/tax/tax-amounts.js";
import { enumOf } from "../../schema/enum-of.js";

export const TaxRoundingSteps = enumOf(TAX_ROUNDING_STEPS);
registerEnumType(TaxRoundingSteps, {
  name: "TaxRoundingStep",
  description: "Where taxes are rounded to the smallest unit of the currency.",
  valuesConfig: {
    LINE: { description: "Once for each line." },
    RATE: {
      description:
        "Once for each rate of the whole cart; the result is split over the lines, so that parts add up.",
    },
    UNIT: { description: "For one unit, and then multiplied by the quantity." },
  },
});
