import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { QuoteAmountsFields } from "./quote-amounts-fields.js";

@ObjectType("QuoteCharge", {
  simpleResolvers: true,
  description: "A delivery or a fee of a quote.",
})
export class QuoteChargeType extends QuoteAmountsFields {}

@ObjectType("QuoteDiscount", { simpleResolvers: true, description: "What became of a discount." })
export class QuoteDiscountType {
  @Field(() => String, { description: "The reason, for people." })
  readonly reason!: string;

  @Field(() => MoneyType, { description: "The discount as it was requested." })
  readonly requested!: MoneySource;

  @Field(() => MoneyType, { description: "The discount as it was applied: at most what was left." })
  readonly amount!: MoneySource;
}
