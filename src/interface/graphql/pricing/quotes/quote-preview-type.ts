import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Cost } from "../../schema/cost.js";
import { AdminMarket } from "../markets/admin-market.js";
import type { MarketSource } from "../markets/present-market.js";
import type {
  PriceStepSource,
  QuoteChargeSource,
  QuoteDiscountSource,
  QuoteLineSource,
  QuoteTaxSource,
  QuoteTotalsSource,
} from "./present-quote.js";
import { PriceStepType } from "./price-step-type.js";
import { QuoteChargeType, QuoteDiscountType } from "./quote-charge-type.js";
import { QuoteLineType } from "./quote-line-type.js";
import { QuoteTaxType } from "./quote-tax-type.js";
import { QuoteTotalsType } from "./quote-totals-type.js";

@ObjectType("QuotePreview", {
  simpleResolvers: true,
  description: "What a cart would cost at a moment, and why. It is not stored.",
})
export class QuotePreviewType {
  @Field(() => AdminMarket, {
    description: "The market, as it is now. The quote has the terms that it has at `asOf`.",
  })
  readonly market!: MarketSource;

  @Field(() => GraphQLDateTime, { description: "The moment that it was worked out for." })
  readonly asOf!: Date;

  @Field(() => String, {
    nullable: true,
    description: "The key of the tax zone that applies. Null: none.",
  })
  readonly taxZone!: string | null;

  @Cost({ items: 10 })
  @Field(() => [QuoteLineType], { description: "The lines, in the order of the input." })
  readonly lines!: readonly QuoteLineSource[];

  @Cost({ items: 1 })
  @Field(() => [QuoteChargeType], { description: "The deliveries, in the order of the input." })
  readonly delivery!: readonly QuoteChargeSource[];

  @Cost({ items: 1 })
  @Field(() => [QuoteChargeType], { description: "The fees, in the order of the input." })
  readonly fees!: readonly QuoteChargeSource[];

  @Cost({ items: 1 })
  @Field(() => [QuoteDiscountType], {
    description: "The discounts, in the order in which they were applied.",
  })
  readonly discounts!: readonly QuoteDiscountSource[];

  @Cost({ items: 2 })
  @Field(() => [QuoteTaxType], { description: "One for each tax and rate." })
  readonly taxes!: readonly QuoteTaxSource[];

  @Field(() => QuoteTotalsType, { description: "The sums." })
  readonly totals!: QuoteTotalsSource;

  @Cost({ items: 5 })
  @Field(() => [PriceStepType], {
    description: "How the total is worked out, in order. The steps add up to `totals.total`.",
  })
  readonly priceBreakdown!: readonly PriceStepSource[];
}
