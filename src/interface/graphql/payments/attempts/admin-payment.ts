import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { CaptureMode } from "../../../../domain/payments/method-content.js";
import { connectionOf } from "../../paging/connection-of.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Cost } from "../../schema/cost.js";
import { versioned } from "../../schema/versioned.js";
import { CaptureModes } from "../methods/capture-modes.js";
import { AdminRefund } from "./admin-refund.js";
import { PaymentDisputeType, PaymentFlagType } from "./payment-transaction-type.js";
import { PaymentFields } from "./payment-fields.js";
import type { DisputeSource, RefundSource } from "./present-payment.js";

@ObjectType("Payment", {
  simpleResolvers: true,
  description: "One attempt to pay an order through one gateway, or money that came outside of it.",
})
export class AdminPayment extends versioned(PaymentFields) {
  @Field(() => ID, { description: "The id of its order." })
  readonly orderId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name of the payment at the gateway. Null until it has answered.",
  })
  readonly reference!: string | null;

  @Field(() => CaptureModes, { description: "When its money is taken." })
  readonly capture!: CaptureMode;

  @Field(() => MoneyType, { description: "What is or was held, in all." })
  readonly authorisedAmount!: MoneySource;

  @Field(() => MoneyType, {
    description: "What is held and not taken: the most that can be captured.",
  })
  readonly capturableAmount!: MoneySource;

  @Field(() => MoneyType, {
    description: "What was taken and is not promised back: the most that can be refunded.",
  })
  readonly refundableAmount!: MoneySource;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When held money is released unless it is taken. Null when unknown, or when none is held.",
  })
  readonly authorisedUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      "Whether the gateway was called to take or to release money, and has not answered.",
  })
  readonly isBusy!: boolean;

  @Cost({ items: 1 })
  @Field(() => [AdminRefund], { description: "Its refunds, oldest first." })
  readonly refunds!: readonly RefundSource[];

  @Cost({ items: 1 })
  @Field(() => [PaymentDisputeType], { description: "Its disputes." })
  readonly disputes!: readonly DisputeSource[];

  @Cost({ items: 1 })
  @Field(() => [PaymentFlagType], {
    description: "What staff have to look at, oldest first. Empty: nothing.",
  })
  readonly flags!: readonly PaymentFlagType[];
}

export const { Connection: PaymentConnection } = connectionOf(
  "Payment",
  "payments",
  () => AdminPayment,
);
