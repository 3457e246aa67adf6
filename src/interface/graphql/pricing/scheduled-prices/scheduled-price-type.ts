import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { connectionOf } from "../../paging/connection-of.js";
import { Node } from "../../schema/node.js";

@ObjectType("ScheduledPrice", {
  implements: Node,
  simpleResolvers: true,
  description: "A scheduled price of a variant. It no longer exists after it took effect.",
})
export class ScheduledPriceType extends Node {
  @Field(() => GraphQLDateTime, { description: "When the price changes." })
  readonly at!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the previous price is restored, unless another price was set meanwhile. Null: never.",
  })
  readonly until!: Date | null;

  @Field(() => Boolean, {
    description:
      "Whether this restores the price after a limited period. It is cancelled when another price is set before.",
  })
  readonly isReturn!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The new price. Null: the variant has no price.",
  })
  readonly price!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The new compare-at price. Null: none, or unchanged (see `compareAtPriceStays`).",
  })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether the compare-at price stays unchanged." })
  readonly compareAtPriceStays!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The new cost. Null: unknown, or unchanged (see `costStays`).",
  })
  readonly cost!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether the cost stays unchanged." })
  readonly costStays!: boolean;
}

export const { Connection: ScheduledPriceConnection } = connectionOf(
  "ScheduledPrice",
  "scheduled prices",
  () => ScheduledPriceType,
);
