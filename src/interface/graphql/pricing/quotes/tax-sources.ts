import { registerEnumType } from "type-graphql";
import { TAX_SOURCES } from "../../../../domain/pricing/tax/provided-taxes.js";
import { enumOf } from "../../schema/enum-of.js";

export const TaxSources = enumOf(TAX_SOURCES);
registerEnumType(TaxSources, {
  name: "TaxSource",
  description: "Who decided taxes.",
  valuesConfig: {
    SHOP: { description: "The rates of the shop." },
    PROVIDER: { description: "A tax provider." },
    FALLBACK: { description: "The tax provider did not answer: the rates of the shop." },
  },
});
