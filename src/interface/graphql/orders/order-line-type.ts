import { Field, ID, Int, ObjectType } from "type-graphql";
import { AttributeType } from "../attributes/attribute-type.js";
import type { MoneySource } from "../money/money-presenter.js";
import { MoneyType } from "../money/money-type.js";
import { QuoteAmountsFields } from "../pricing/quotes/quote-amounts-fields.js";
import { Cost } from "../schema/cost.js";

@ObjectType("OrderLineOption", {
  simpleResolvers: true,
  description: "An option of the product with the value that was ordered.",
})
export class OrderLineOptionType {
  @Field(() => String, { description: "The name of the option." })
  readonly name!: string;

  @Field(() => String, { description: "The value." })
  readonly value!: string;
}

@ObjectType("OrderLine", {
  simpleResolvers: true,
  description: "What was ordered, as it was called and priced then. Later changes do not reach it.",
})
export class OrderLineType extends QuoteAmountsFields {
  @Field(() => String, { description: "The key of the line within its order." })
  readonly key!: string;

  @Field(() => ID, { description: "Id of the variant, which may be deleted by now." })
  readonly variantId!: string;

  @Field(() => ID, { description: "Id of the product, which may be deleted by now." })
  readonly productId!: string;

  @Field(() => Int, { description: "Number of units." })
  readonly quantity!: number;

  @Field(() => String, { description: "The title of the product." })
  readonly title!: string;

  @Field(() => String, { description: "The slug of the product." })
  readonly slug!: string;

  @Cost({ items: 2 })
  @Field(() => [OrderLineOptionType], { description: "The options with their values." })
  readonly options!: readonly OrderLineOptionType[];

  @Field(() => String, { nullable: true, description: "The SKU. Null: none." })
  readonly sku!: string | null;

  @Field(() => String, { nullable: true, description: "The barcode. Null: none." })
  readonly barcode!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the image, which may be deleted by now. Null: none.",
  })
  readonly imageId!: string | null;

  @Field(() => Boolean, { description: "Whether it has to be sent or collected." })
  readonly requiresShipping!: boolean;

  @Cost({ items: 1 })
  @Field(() => [AttributeType], { description: "The attributes of the line, by key." })
  readonly attributes!: readonly AttributeType[];

  @Field(() => MoneyType, {
    description: "The price of one unit, with or without tax as the prices of the market were.",
  })
  readonly unitPrice!: MoneySource;

  @Field(() => MoneyType, { nullable: true, description: "The compare-at price. Null: none." })
  readonly compareAtPrice!: MoneySource | null;
}
