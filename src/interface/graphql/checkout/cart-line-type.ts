import { Field, ID, Int, ObjectType } from "type-graphql";
import { ShopVariant } from "../catalog/variants/shop-variant.js";
import type { VariantSource } from "../catalog/variants/present-variants.js";
import type { MoneySource } from "../money/money-presenter.js";
import { MoneyType } from "../money/money-type.js";
import type { QuoteLineSource } from "../pricing/quotes/present-quote.js";
import { QuoteAmountsFields } from "../pricing/quotes/quote-amounts-fields.js";
import { Cost } from "../schema/cost.js";
import { AttributeType } from "../attributes/attribute-type.js";

@ObjectType("CartLineAmounts", {
  simpleResolvers: true,
  description: "What a line of a cart costs.",
})
export class CartLineAmountsType extends QuoteAmountsFields {
  @Field(() => MoneyType, {
    description: "The price of one unit, with or without tax as the prices of the market are.",
  })
  readonly unitPrice!: MoneySource;

  @Field(() => MoneyType, { nullable: true, description: "The compare-at price. Null: none." })
  readonly compareAtPrice!: MoneySource | null;
}

@ObjectType("CartLineOption", {
  simpleResolvers: true,
  description: "An option of the product with the value of the variant.",
})
export class CartLineOptionType {
  @Field(() => String, { description: "The name of the option." })
  readonly name!: string;

  @Field(() => String, { description: "The value." })
  readonly value!: string;
}

@ObjectType("CartLine", { simpleResolvers: true, description: "Units of a variant in a cart." })
export class CartLineType {
  @Field(() => ID, { description: "Id of the line." })
  readonly id!: string;

  @Field(() => Int, { description: "Number of units." })
  readonly quantity!: number;

  @Field(() => ID, { description: "Id of the variant." })
  readonly variantId!: string;

  @Field(() => ShopVariant, {
    nullable: true,
    description: "The variant. Null when the shop no longer shows it.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => String, {
    nullable: true,
    description: "The title of the product. Null when the shop no longer shows it.",
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The slug of the product. Null when the shop no longer shows it.",
  })
  readonly slug!: string | null;

  @Field(() => String, { nullable: true, description: "The SKU. Null: none." })
  readonly sku!: string | null;

  @Cost({ items: 2 })
  @Field(() => [CartLineOptionType], { description: "The chosen options." })
  readonly options!: readonly CartLineOptionType[];

  @Cost({ items: 1 })
  @Field(() => [AttributeType], {
    description: "The attributes, by key. Lines with other attributes stay apart.",
  })
  readonly attributes!: readonly AttributeType[];

  @Field(() => Int, {
    nullable: true,
    description:
      "The units that can be sold at the moment, as far as the shop tells (`PLINTH_STOCK_SHOWN`). Null for any number, and for an untold one.",
  })
  readonly available!: number | null;

  @Field(() => CartLineAmountsType, {
    nullable: true,
    description: "What it costs. Null for a line that cannot be sold: `requirements` says why.",
  })
  readonly amounts!: QuoteLineSource | null;
}
