import { Field, ObjectType } from "type-graphql";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Cost } from "../../schema/cost.js";
import type { PriceStepSource, QuoteTaxSource } from "./present-quote.js";
import { PriceStepType } from "./price-step-type.js";
import { QuoteTaxType } from "./quote-tax-type.js";

/** The amounts of a line, a delivery or a fee. */
@ObjectType({ simpleResolvers: true })
export abstract class QuoteAmountsFields {
  @Field(() => MoneyType, {
    description: "Before discounts, with or without tax as the prices of the market are.",
  })
  readonly subtotal!: MoneySource;

  @Field(() => MoneyType, { description: "What discounts took away, not negative." })
  readonly discount!: MoneySource;

  @Field(() => MoneyType, { description: "Without tax. `net` and `tax` add up to `gross`." })
  readonly net!: MoneySource;

  @Field(() => MoneyType, { description: "All taxes." })
  readonly tax!: MoneySource;

  @Field(() => MoneyType, { description: "What the buyer pays for it." })
  readonly gross!: MoneySource;

  @Cost({ items: 2 })
  @Field(() => [QuoteTaxType], { description: "One for each tax and rate." })
  readonly taxes!: readonly QuoteTaxSource[];

  @Cost({ items: 4 })
  @Field(() => [PriceStepType], {
    description: "How it is worked out, in order. The steps add up to `gross`.",
  })
  readonly priceBreakdown!: readonly PriceStepSource[];
}
