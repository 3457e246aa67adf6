import { Field, ObjectType } from "type-graphql";
import type { RefundReason } from "../../../../domain/payments/refund.js";
import { RefundReasons } from "./payment-states.js";
import { RefundFields } from "./refund-fields.js";

@ObjectType("Refund", {
  simpleResolvers: true,
  description: "Money of a payment that goes back to the buyer.",
})
export class AdminRefund extends RefundFields {
  @Field(() => RefundReasons, { description: "Why it is given back." })
  readonly reason!: RefundReason;

  @Field(() => String, { nullable: true, description: "The note of staff. Null: none." })
  readonly note!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name of the refund at the gateway. Null until it has answered.",
  })
  readonly reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it failed, in the words of the gateway. Null unless it did.",
  })
  readonly failure!: string | null;
}
