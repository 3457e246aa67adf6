import { Field, ObjectType } from "type-graphql";
import { Cost } from "../../schema/cost.js";
import { PaymentFields } from "./payment-fields.js";
import type { RefundSource } from "./present-payment.js";
import { RefundFields } from "./refund-fields.js";

@ObjectType("Refund", {
  simpleResolvers: true,
  description: "Money of a payment that goes back to the buyer.",
})
export class ShopRefund extends RefundFields {}

@ObjectType("Payment", {
  simpleResolvers: true,
  description: "One attempt to pay an order.",
})
export class ShopPayment extends PaymentFields {
  @Cost({ items: 1 })
  @Field(() => [ShopRefund], { description: "Its refunds, oldest first." })
  readonly refunds!: readonly RefundSource[];
}
