import { Field, ObjectType } from "type-graphql";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Node } from "../../schema/node.js";

/** The fields of a market in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class MarketFields extends Node {
  @Field(() => String, {
    description: "The value of the header `Plinth-Market`, such as `ch`.",
  })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => [String], {
    description:
      "ISO 3166-1 alpha-2 codes of its countries, such as `CH`. A country belongs to at most one market. Amounts are formatted as the first one writes them. Empty when none are set.",
  })
  readonly countries!: readonly string[];

  @Field(() => CurrencyCode, { description: "Currency of all its prices." })
  readonly currency!: string;

  @Field(() => [String], {
    description: "Its languages as BCP 47 tags; each is allowed in the header `Plinth-Locale`.",
  })
  readonly locales!: readonly string[];

  @Field(() => String, { description: "Language of requests without the header `Plinth-Locale`." })
  readonly defaultLocale!: string;

  @Field(() => Boolean, { description: "Whether prices are shown including tax." })
  readonly pricesIncludeTax!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether reduced prices have to be shown with `Variant.lowestPrice30Days`, as in the EU.",
  })
  readonly showsLowestPrice!: boolean;

  @Field(() => Boolean, {
    description: "Whether requests without the header `Plinth-Market` use it.",
  })
  readonly isDefault!: boolean;
}
