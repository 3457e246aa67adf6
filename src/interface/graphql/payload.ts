import { Field, ObjectType, registerEnumType } from "type-graphql";
import { WARNING_CODES, type Warning, type WarningCode } from "../../application/shared/warning.js";
import { enumOf } from "./enum-of.js";
import { UserError } from "./user-errors.js";

const WarningCodes = enumOf(WARNING_CODES);
registerEnumType(WarningCodes, {
  name: "WarningCode",
  description: "What somebody should know about a change that was carried out.",
  valuesConfig: {
    OPTION_VALUE_ADDED: {
      description:
        "A variant has a value that its option did not offer: the option offers it now, behind the others.",
    },
    OLD_SLUG_REDIRECTED: { description: "The slug changed; the old one still leads here." },
    PUBLISHED_WITHOUT_PRICE: {
      description: "The shop shows something that has no price, so nobody can buy it.",
    },
    PUBLISHED_WITHOUT_VARIANTS: {
      description: "The shop shows a product without variants, so nobody can buy it.",
    },
    COMPARE_AT_NOT_ABOVE_PRICE: {
      description:
        "The crossed-out price is not above the price, so it is not shown as a reduction.",
    },
    PRICE_BELOW_COST: { description: "The price is below what the merchant pays." },
    STOCK_SHORT: { description: "More units are promised to buyers than there are." },
    NOTHING_CHANGED: { description: "Everything was like this already." },
  },
});

@ObjectType("Warning", {
  simpleResolvers: true,
  description: "What somebody should know about a change that was carried out all the same.",
})
export class WarningType {
  @Field(() => WarningCodes, { description: "What it is about, for programs." })
  readonly code!: WarningCode;

  @Field(() => String, { description: "What it is about, for people, in English." })
  readonly message!: string;

  @Field(() => [String], { description: 'Where in the arguments: `["input", "changes", "slug"]`.' })
  readonly path!: readonly string[];
}

/** What every mutation answers. A payload adds the entity, which is null when the change was refused. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError], {
    description:
      "Why nothing was changed, all reasons at once. Empty when the change was carried out.",
  })
  readonly userErrors!: readonly object[];

  @Field(() => [WarningType], {
    description: "What somebody should know although the change was carried out.",
  })
  readonly warnings!: readonly Warning[];
}
