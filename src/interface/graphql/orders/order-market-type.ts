import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("OrderMarket", {
  simpleResolvers: true,
  description: "The market in which the order was placed, as it was then.",
})
export class OrderMarketType {
  @Field(() => ID, { description: "Id of the market, which may be deleted by now." })
  readonly marketId!: string;

  @Field(() => String, { description: "The key." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether its prices included tax." })
  readonly pricesIncludeTax!: boolean;
}
