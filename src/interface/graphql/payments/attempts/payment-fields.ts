import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { PaymentState } from "../../../../domain/payments/payment-states.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Node } from "../../schema/node.js";
import { PaymentNextAction } from "./payment-next-action.js";
import { PaymentStates } from "./payment-states.js";

/** The fields of a payment in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class PaymentFields extends Node {
  @Field(() => Int, { description: "1 for the first payment of the order." })
  readonly attempt!: number;

  @Field(() => PaymentStates, { description: "Where it is on its way." })
  readonly state!: PaymentState;

  @Field(() => String, { description: "The key of the payment method." })
  readonly paymentMethod!: string;

  @Field(() => String, {
    nullable: true,
    description: "The key of the gateway. Null for money that came outside of the shop.",
  })
  readonly gateway!: string | null;

  @Field(() => MoneyType, { description: "What it is to pay." })
  readonly amount!: MoneySource;

  @Field(() => MoneyType, { description: "What was taken." })
  readonly capturedAmount!: MoneySource;

  @Field(() => MoneyType, { description: "What was given back of that." })
  readonly refundedAmount!: MoneySource;

  @Field(() => PaymentNextAction, {
    nullable: true,
    description: "What the buyer has to do. Null: nothing.",
  })
  readonly nextAction!: PaymentNextAction | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The code of the gateway, such as `insufficient_funds`. Null unless it was declined.",
  })
  readonly declineCode!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was started." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it last changed." })
  readonly updatedAt!: Date;
}
