import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";

@ObjectType("QuoteTotals", { simpleResolvers: true, description: "The sums of a quote." })
export class QuoteTotalsType {
  @Field(() => MoneyType, { description: "The lines before discounts." })
  readonly subtotal!: MoneySource;

  @Field(() => MoneyType, { description: "All discounts together, not negative." })
  readonly discount!: MoneySource;

  @Field(() => MoneyType, { description: "Delivery before discounts." })
  readonly delivery!: MoneySource;

  @Field(() => MoneyType, { description: "All fees." })
  readonly fees!: MoneySource;

  @Field(() => MoneyType, { description: "Without tax. `net` and `tax` add up to `gross`." })
  readonly net!: MoneySource;

  @Field(() => MoneyType, { description: "All taxes." })
  readonly tax!: MoneySource;

  @Field(() => MoneyType, { description: "With tax." })
  readonly gross!: MoneySource;

  @Field(() => MoneyType, { description: "What the rounding for the payment method adds." })
  readonly payableRounding!: MoneySource;

  @Field(() => MoneyType, { description: "What the buyer pays: `gross` and the rounding." })
  readonly total!: MoneySource;
}
