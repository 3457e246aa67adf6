import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../mutation/dry-run-input.js";
import { mutations } from "../mutation/mutations.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { MAX_NOTE } from "./order-mutations.js";
import { ShopOrderPayload } from "./shop-order-payload.js";

export const shopOrderMutations = mutations("orders", {
  orderCancelByLink: {
    input: () => OrderCancelByLinkInput,
    payload: () => ShopOrderPayload,
    description:
      "Cancels an order that is not paid, for its buyer, and gives its units back. A cancelled order stays as it is; an order that is paid or expired is refused with `ORDER_NOT_CANCELLABLE`. An Idempotency-Key must be a random UUID (version 4) here.",
    about: "The link of the order.",
  },
});

@InputType({ description: "Cancels the order of a guest." })
class OrderCancelByLinkInput extends DryRunInput {
  @Field(() => String, { description: "The secret link of the order." })
  @MaxLength(INPUT_LIMITS.id)
  readonly link!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, for the shop, at most 1,000 characters.",
  })
  @MaxLength(MAX_NOTE)
  readonly note?: string | null;
}
