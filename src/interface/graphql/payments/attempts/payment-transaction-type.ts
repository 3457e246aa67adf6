import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { DisputeState } from "../../../../domain/payments/gateway-payment.js";
import type { PaymentFlagKind } from "../../../../domain/payments/payment-flag.js";
import type { TransactionKind } from "../../../../domain/payments/payment-transaction.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { DisputeStates, PaymentFlags, TransactionKinds } from "./payment-states.js";

@ObjectType("PaymentTransaction", {
  simpleResolvers: true,
  description: "Money of a payment that moved. Transactions are never changed.",
})
export class PaymentTransactionType {
  @Field(() => TransactionKinds, { description: "How it moved." })
  readonly kind!: TransactionKind;

  @Field(() => MoneyType, { description: "How much." })
  readonly amount!: MoneySource;

  @Field(() => GraphQLDateTime, { description: "When." })
  readonly at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: "The id of the refund that it belongs to. Null for none.",
  })
  readonly refundId!: string | null;
}

@ObjectType("PaymentDispute", {
  simpleResolvers: true,
  description: "A taken amount that the bank of the buyer contests.",
})
export class PaymentDisputeType {
  @Field(() => String, { description: "The name of the dispute at the gateway." })
  readonly reference!: string;

  @Field(() => MoneyType, { description: "How much is contested." })
  readonly amount!: MoneySource;

  @Field(() => DisputeStates, { description: "Where it is on its way." })
  readonly state!: DisputeState;

  @Field(() => String, {
    nullable: true,
    description: "The reason, in the words of the gateway. Null: it gave none.",
  })
  readonly reason!: string | null;
}

@ObjectType("PaymentFlag", {
  simpleResolvers: true,
  description: "Something about a payment that staff have to look at.",
})
export class PaymentFlagType {
  @Field(() => PaymentFlags, { description: "What." })
  readonly kind!: PaymentFlagKind;

  @Field(() => String, { description: "What was found, such as `6000 EUR` in minor units." })
  readonly found!: string;

  @Field(() => GraphQLDateTime, { description: "When." })
  readonly at!: Date;
}
