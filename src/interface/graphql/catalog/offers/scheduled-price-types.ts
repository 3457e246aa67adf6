import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { ScheduledPriceView } from "../../../../application/catalog/ports.js";
import type { WorkId } from "../../../../application/shared/schedule.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { connectionOf } from "../../connection.js";
import { MoneyType, shownMoney, type MoneySource } from "../../money.js";
import { Node } from "../../node.js";

@ObjectType("ScheduledPrice", {
  implements: Node,
  simpleResolvers: true,
  description: "What a variant will cost from a time on. It is gone once that time has come.",
})
export class ScheduledPriceType extends Node {
  @Field(() => GraphQLDateTime, { description: "When the price changes." })
  readonly at!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the price goes back to what it is until `at`, unless somebody has set another one by then. Null: never.",
  })
  readonly until!: Date | null;

  @Field(() => Boolean, {
    description:
      "Whether this is the way back from a price that holds for a time: it is dropped when somebody sets another price before.",
  })
  readonly isReturn!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What the variant will cost. Null: it has no price then.",
  })
  readonly price!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What the crossed-out price will be. Null: there is none, or it stays as it is.",
  })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether the crossed-out price stays as it is." })
  readonly compareAtPriceStays!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What it will cost the merchant. Null: nobody has said, or it stays as it is.",
  })
  readonly cost!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether the cost stays as it is." })
  readonly costStays!: boolean;
}

export const { Connection: ScheduledPriceConnection } = connectionOf(
  "ScheduledPrice",
  "price changes to come",
  () => ScheduledPriceType,
);

export interface ScheduledPriceSource extends Pick<
  ScheduledPriceView,
  "at" | "until" | "isReturn"
> {
  readonly id: WorkId;
  readonly variantId: VariantId;
  readonly price: MoneySource | null;
  readonly compareAtPrice: MoneySource | null;
  readonly compareAtPriceStays: boolean;
  readonly cost: MoneySource | null;
  readonly costStays: boolean;
}

export const shownScheduledPrice = ({
  change,
  ...view
}: ScheduledPriceView): ScheduledPriceSource => ({
  ...view,
  price: change && shownMoney(change.price),
  compareAtPrice: change?.compareAt ? shownMoney(change.compareAt) : null,
  compareAtPriceStays: change !== null && change.compareAt === undefined,
  cost: change?.cost ? shownMoney(change.cost) : null,
  costStays: change !== null && change.cost === undefined,
});
