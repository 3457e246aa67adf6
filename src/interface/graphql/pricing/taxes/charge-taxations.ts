import { registerEnumType } from "type-graphql";
import { CHARGE_TAXATIONS } from "../../../../domain/pricing/tax/tax-zone.js";
import { enumOf } from "../../schema/enum-of.js";

export const ChargeTaxations = enumOf(CHARGE_TAXATIONS);
registerEnumType(ChargeTaxations, {
  name: "ChargeTaxation",
  description: "How delivery and fees are taxed.",
  valuesConfig: {
    OWN_CATEGORY: { description: "By the tax category of the delivery or fee itself." },
    HIGHEST_RATE: { description: "By the highest rate among the lines of the cart." },
    IN_PROPORTION: {
      description: "Split over the categories of the lines, in proportion to their amounts.",
    },
  },
});
