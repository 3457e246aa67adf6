import { Field, Int, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { TaxedPriceType } from "../taxed-prices/taxed-price-type.js";

@ObjectType("QuantityPrice", {
  simpleResolvers: true,
  description: "What one unit of a variant costs from a number of units on.",
})
export class QuantityPriceType {
  @Field(() => Int, { description: "From how many units on the price applies." })
  readonly minQuantity!: number;

  @Field(() => MoneyType, { description: "The price of one unit." })
  readonly price!: MoneySource;

  @Field(() => TaxedPriceType, {
    description:
      "The price of one unit with and without tax. A quote for several units taxes them together, unless its market rounds taxes per unit.",
  })
  readonly taxedPrice!: TaxedPriceType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The compare-at price. Null unless it is higher than the price.",
  })
  readonly compareAtPrice!: MoneySource | null;
}
