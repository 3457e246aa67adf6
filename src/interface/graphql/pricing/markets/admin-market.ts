import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import { PriceListType } from "../price-lists/price-list-type.js";
import { MarketFields } from "./market-fields.js";

@ObjectType("Market", {
  simpleResolvers: true,
  description:
    "A market: the countries the shop sells to, with currency, languages and price list.",
})
export class AdminMarket extends MarketFields {
  @Field(() => PriceListType, {
    nullable: true,
    description: "Its price list. Null: the variants' own prices apply.",
  })
  readonly priceList!: PriceListView | null;

  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse a change to anything newer.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}
