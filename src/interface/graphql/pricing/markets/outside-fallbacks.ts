import { registerEnumType } from "type-graphql";
import { OUTSIDE_FALLBACKS } from "../../../../domain/pricing/markets/market-checkout-terms.js";
import { enumOf } from "../../schema/enum-of.js";

export const OutsideFallbacks = enumOf(OUTSIDE_FALLBACKS);
registerEnumType(OutsideFallbacks, {
  name: "OutsideFallback",
  description: "What happens to orders while a tax provider or carrier does not answer.",
  valuesConfig: {
    ALLOWED: { description: "They are placed on an estimate: the rates and prices of the shop." },
    REFUSED: { description: "They are refused with `OUTSIDE_SERVICE_UNAVAILABLE`." },
  },
});
