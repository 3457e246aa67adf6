import { registerEnumType } from "type-graphql";
import { enumOf } from "../../schema/enum-of.js";

const PAYMENT_METHOD_KINDS = ["GATEWAY", "OFFLINE"] as const;
export type PaymentMethodKind = (typeof PAYMENT_METHOD_KINDS)[number];

export const PaymentMethodKinds = enumOf(PAYMENT_METHOD_KINDS);
registerEnumType(PaymentMethodKinds, {
  name: "PaymentMethodKind",
  description: "How the money of a payment method comes.",
  valuesConfig: {
    GATEWAY: { description: "Through a gateway: the payment starts with the order." },
    OFFLINE: {
      description: "Outside of the shop, such as a transfer or cash. Staff mark the order as paid.",
    },
  },
});
