import { MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { ShopOrderPayload } from "../../orders/shop-order-payload.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { PaymentInput } from "./payment-input.js";

export const shopPaymentMutations = mutations("payments", {
  orderPayByLink: {
    input: () => OrderPayByLinkInput,
    payload: () => ShopOrderPayload,
    description:
      "Pays what is still due of an order, for its buyer: after a payment was declined, or in another way. Earlier attempts are given up. While one with the same method is under way, it is the answer. Refused with `ORDER_NOT_PAYABLE` when the order is paid or has ended. An Idempotency-Key must be a random UUID (version 4) here.",
    about: "The link of the order, and how it is paid.",
  },
  orderPaymentRefreshByLink: {
    input: () => OrderPaymentRefreshByLinkInput,
    payload: () => ShopOrderPayload,
    description:
      "Looks up at the gateways what has become of the open payments of an order, for a buyer who comes back from a page of the gateway. An Idempotency-Key must be a random UUID (version 4) here.",
    about: "The link of the order.",
  },
});

@InputType({ description: "Pays the order of a guest." })
class OrderPayByLinkInput extends DryRunInput {
  @Field(() => String, { description: "The secret link of the order." })
  @MaxLength(INPUT_LIMITS.id)
  readonly link!: string;

  @Field(() => String, { description: "The key of the payment method." })
  @MaxLength(INPUT_LIMITS.id)
  readonly paymentMethod!: string;

  @Field(() => PaymentInput, {
    nullable: true,
    description: "What the buyer pays with. Needed by methods with a gateway.",
  })
  @ValidateNested()
  readonly payment?: PaymentInput | null;
}

@InputType({ description: "Looks up the payments of the order of a guest." })
class OrderPaymentRefreshByLinkInput extends DryRunInput {
  @Field(() => String, { description: "The secret link of the order." })
  @MaxLength(INPUT_LIMITS.id)
  readonly link!: string;
}
