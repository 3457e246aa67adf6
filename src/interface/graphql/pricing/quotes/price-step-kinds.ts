import { registerEnumType } from "type-graphql";
import { PRICE_STEP_KINDS } from "../../../../domain/pricing/quote/quote.js";
import { enumOf } from "../../schema/enum-of.js";

export const PriceStepKinds = enumOf(PRICE_STEP_KINDS);
registerEnumType(PriceStepKinds, {
  name: "PriceStepKind",
  description: "What a step of a calculation is.",
  valuesConfig: {
    PRICE: { description: "The price without a quantity break, for all units." },
    QUANTITY_BREAK: { description: "What the price changes by from a number of units on." },
    LINES: { description: "All lines together, before discounts." },
    DISCOUNT: { description: "A discount." },
    DELIVERY: { description: "A part of the price of a delivery." },
    FEE: { description: "A part of a fee." },
    INCLUDED_TAX: {
      description:
        "A tax that the price includes is taken out of it. Without a `TAX` step the buyer does not owe it.",
    },
    TAX: { description: "A tax is added, or the reason why none is." },
    PAYABLE_ROUNDING: { description: "The rounding of what is paid." },
  },
});
