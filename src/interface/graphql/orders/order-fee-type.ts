import { Field, ObjectType } from "type-graphql";
import type { QuoteChargeSource } from "../pricing/quotes/present-quote.js";
import { QuoteChargeType } from "../pricing/quotes/quote-charge-type.js";

@ObjectType("OrderFee", { simpleResolvers: true, description: "A fee of an order." })
export class OrderFeeType {
  @Field(() => String, { description: "The key of the fee." })
  readonly key!: string;

  @Field(() => String, { description: "Its name then." })
  readonly name!: string;

  @Field(() => QuoteChargeType, { description: "What it costs." })
  readonly amounts!: QuoteChargeSource;
}
