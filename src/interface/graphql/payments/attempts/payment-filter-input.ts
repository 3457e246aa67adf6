import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { PaymentFilter } from "../../../../application/payments/ports/payment-reads.js";
import type { PaymentState } from "../../../../domain/payments/payment-states.js";
import { idOf } from "../../schema/id-of.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { PaymentStates } from "./payment-states.js";

const MOST_VALUES = 100;

@InputType("PaymentFilter", {
  description:
    "Filters payments. All conditions must hold (AND); of the values of a list one (OR). An empty list means the same as leaving it out.",
})
export class PaymentFilterInput {
  @Field(() => [PaymentStates], {
    nullable: true,
    description: "Payments in one of these states (OR).",
  })
  @ArrayMaxSize(MOST_VALUES)
  readonly states?: readonly PaymentState[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Payments through one of the gateways with these keys (OR).",
  })
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly gateways?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "Payments of one of these orders (OR)." })
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly orderIds?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those that staff have to look at. False: only the others.",
  })
  readonly isFlagged?: boolean | null;
}

/** @throws InvalidId */
export const paymentFilterOf = ({
  states,
  gateways,
  orderIds,
  isFlagged,
}: PaymentFilterInput): PaymentFilter => ({
  ...(states?.length && { states }),
  ...(gateways?.length && { gateways }),
  ...(orderIds?.length && { orders: orderIds.map((raw) => idOf("order", raw)) }),
  ...(isFlagged != null && { isFlagged }),
});
