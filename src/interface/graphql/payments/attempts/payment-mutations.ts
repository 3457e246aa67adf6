import { MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { OrderPayload } from "../../orders/order-payload.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { PaymentInput } from "./payment-input.js";
import { PaymentPayload, RefundCreatePayload } from "./payment-payload.js";

export const paymentMutations = mutations("payments", {
  orderPay: {
    input: () => OrderPayInput,
    payload: () => OrderPayload,
    description:
      "Pays what is still due of an order, for its buyer. Earlier attempts are given up. While one with the same method is under way, it is the answer. Refused with `ORDER_NOT_PAYABLE` when the order is paid or has ended.",
    about: "The order, and how it is paid.",
  },
  orderPaymentRefresh: {
    input: () => OrderPaymentRefreshInput,
    payload: () => OrderPayload,
    description: "Looks up at the gateways what has become of the open payments of an order.",
    about: "The order.",
  },
  paymentCapture: {
    input: () => PaymentCaptureInput,
    payload: () => PaymentPayload,
    description:
      "Takes held money. More than is held is refused before the gateway is called. While the gateway does not answer, the payment `isBusy`, and the rest follows by itself.",
    about: "The payment and the amount.",
  },
  paymentVoid: {
    input: () => PaymentVoidInput,
    payload: () => PaymentPayload,
    description: "Releases held money, or gives an attempt up that is not paid.",
    about: "The payment.",
  },
  paymentMarkPaid: {
    input: () => PaymentMarkPaidInput,
    payload: () => PaymentPayload,
    description:
      "Records money that came outside of the shop: a transfer, cash, a paid invoice. The order is confirmed when it covers what is due.",
    about: "The order and the amount.",
  },
  refundCreate: {
    input: () => RefundCreateInput,
    payload: () => RefundCreatePayload,
    description:
      "Gives money back, at most what was taken and is not promised back. Money that came outside of the shop is given back outside; its refund is only recorded.",
    about: "The payment and the amount.",
  },
});

const MAX_NOTE = 1_000;
const OrderTargetInput = targetInput("The id of the order.");
const PaymentTargetInput = targetInput("The id of the payment.");

@InputType({ description: "Pays an order for its buyer." })
class OrderPayInput extends OrderTargetInput {
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

@InputType({ description: "Looks up the payments of an order." })
class OrderPaymentRefreshInput extends OrderTargetInput {}

@InputType({ description: "Takes held money." })
class PaymentCaptureInput extends PaymentTargetInput {
  @Field(() => Decimal, {
    nullable: true,
    description: "How much, in the currency of the payment. Null or omitted: all that is held.",
  })
  readonly amount?: string | null;
}

@InputType({ description: "Releases held money, or gives an attempt up." })
class PaymentVoidInput extends PaymentTargetInput {}

@InputType({ description: "Records money that came outside of the shop." })
class PaymentMarkPaidInput extends OrderTargetInput {
  @Field(() => Decimal, {
    nullable: true,
    description: "How much, in the currency of the order. Null or omitted: all that is due.",
  })
  readonly amount?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of an offline payment method. Null or omitted: that of the order.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly paymentMethod?: string | null;
}

@InputType({ description: "Gives money of a payment back." })
class RefundCreateInput extends PaymentTargetInput {
  @Field(() => Decimal, {
    nullable: true,
    description:
      "How much, in the currency of the payment. Null or omitted: all that can be given back.",
  })
  readonly amount?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A note for staff, at most 1,000 characters.",
  })
  @MaxLength(MAX_NOTE)
  readonly note?: string | null;
}
