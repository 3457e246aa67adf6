import { Field, Int, ObjectType } from "type-graphql";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { QuoteAmountsFields } from "./quote-amounts-fields.js";

@ObjectType("QuoteLine", { simpleResolvers: true, description: "A line of a quote." })
export class QuoteLineType extends QuoteAmountsFields {
  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant. Null after it was deleted.",
  })
  readonly variant!: VariantSource | null;

  @Field(() => Int, { description: "Number of units." })
  readonly quantity!: number;

  @Field(() => MoneyType, {
    description: "The price of one unit, with or without tax as the prices of the market are.",
  })
  readonly unitPrice!: MoneySource;

  @Field(() => MoneyType, { nullable: true, description: "The compare-at price. Null: none." })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of the price list. Null: the variant's own price.",
  })
  readonly priceList!: string | null;
}
