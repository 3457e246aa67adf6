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

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "From when on it is valid. Null: since ever.",
  })
  readonly validFrom!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The first moment at which it is no longer valid. Null: without end.",
  })
  readonly validUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      "Whether buyers get its prices. It becomes ready when the prices of all products are calculated: at once in a small shop, later in a large one, and again after a change of the lists that apply after it.",
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
