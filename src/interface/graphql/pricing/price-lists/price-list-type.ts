import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Node } from "../../schema/node.js";

@ObjectType("PriceList", {
  implements: Node,
  simpleResolvers: true,
  description: "Prices of variants in one currency, used by markets.",
})
export class PriceListType extends Node {
  @Field(() => String, { description: "The key for programs. It cannot change." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => CurrencyCode, {
    description: "Currency of all its prices. It cannot change.",
  })
  readonly currency!: string;

  @Field(() => Boolean, {
    description:
      "Whether markets may use it. It becomes ready when the prices of all products are calculated: at once in a small shop, later in a large one.",
  })
  readonly isReady!: boolean;

  @Field(() => Int, {
    description: "Increases when the list changes, but not with its prices.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}
