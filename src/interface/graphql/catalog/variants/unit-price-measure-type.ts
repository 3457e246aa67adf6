import { Field, ObjectType } from "type-graphql";
import { Decimal } from "../../schema/decimal.js";

@ObjectType("UnitPriceMeasure", {
  simpleResolvers: true,
  description:
    "The measures for a price per unit: 750 ml are sold, the price is displayed per 1 l.",
})
export class UnitPriceMeasureType {
  @Field(() => Decimal, { description: "The quantity that a variant contains, such as `750`." })
  readonly total!: string;

  @Field(() => String, { description: "The unit of `total`, such as `ml`." })
  readonly totalUnit!: string;

  @Field(() => Decimal, {
    description: "The quantity that the displayed price refers to, such as `1`.",
  })
  readonly base!: string;

  @Field(() => String, { description: "The unit of `base`, such as `l`." })
  readonly baseUnit!: string;
}
