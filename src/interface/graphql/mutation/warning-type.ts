import { Field, ObjectType, registerEnumType } from "type-graphql";
import { WARNING_CODES, type WarningCode } from "../../../application/shared/warning.js";
import { enumOf } from "../schema/enum-of.js";

const WarningCodes = enumOf(WARNING_CODES);
registerEnumType(WarningCodes, {
  name: "WarningCode",
  description: "Codes of warnings.",
  valuesConfig: {
    OPTION_VALUE_ADDED: {
      description:
        "A variant has a value that its option did not have; the value was appended to the option.",
    },
    OLD_SLUG_REDIRECTED: {
      description: "The slug changed. Requests for the former slug are redirected.",
    },
    PUBLISHED_WITHOUT_PRICE: {
      description: "The product is visible in the shop but has no price, so it cannot be bought.",
    },
    PUBLISHED_WITHOUT_VARIANTS: {
      description:
        "The product is visible in the shop but has no variants, so it cannot be bought.",
    },
    COMPARE_AT_NOT_ABOVE_PRICE: {
      description: "The compare-at price is not higher than the price, so it is not shown.",
    },
    PRICE_BELOW_COST: { description: "The price is lower than the cost." },
    STOCK_SHORT: { description: "More units are promised to buyers than are on hand." },
    NOTHING_CHANGED: { description: "Nothing changed." },
  },
});

@ObjectType("Warning", {
  simpleResolvers: true,
  description: "A note about a change that was made.",
})
export class WarningType {
  @Field(() => WarningCodes, { description: "The warning code." })
  readonly code!: WarningCode;

  @Field(() => String, { description: "The note, for people, in English." })
  readonly message!: string;

  @Field(() => [String], { description: 'Path of the argument: `["input", "changes", "slug"]`.' })
  readonly path!: readonly string[];
}
