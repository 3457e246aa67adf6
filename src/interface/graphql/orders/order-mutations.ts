import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { CancelReason } from "../../../domain/orders/cancel-reason.js";
import { mutations } from "../mutation/mutations.js";
import { targetInput } from "../mutation/target-input.js";
import { CancelReasons } from "./cancel-reasons.js";
import { OrderPayload } from "./order-payload.js";

export const MAX_NOTE = 1_000;

export const orderMutations = mutations("orders", {
  orderCancel: {
    input: () => OrderCancelInput,
    payload: () => OrderPayload,
    description:
      "Cancels an order that is not paid, and gives its units back. Refused with `ORDER_NOT_CANCELLABLE` afterwards.",
    about: "The order and the reason.",
  },
});

const OrderTargetInput = targetInput("The id of the order.");

@InputType({ description: "Cancels an order." })
class OrderCancelInput extends OrderTargetInput {
  @Field(() => CancelReasons, {
    nullable: true,
    description: "Why. The buyer sees it. Default: `OTHER`.",
  })
  readonly reason?: CancelReason | null;

  @Field(() => String, {
    nullable: true,
    description: "A note for staff, at most 1,000 characters. It is in the timeline.",
  })
  @MaxLength(MAX_NOTE)
  readonly note?: string | null;
}
