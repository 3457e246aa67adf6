import type { PaymentMethodEdited } from "../../../../application/payments/methods/payment-method-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { AdminPaymentMethod } from "./admin-payment-method.js";
import { loadPaymentMethod } from "./load-payment-method.js";

const payloads = payloadsOf({
  field: "paymentMethod",
  thing: "payment method",
  short: "method",
  type: () => AdminPaymentMethod,
  load: (context: GraphqlContext, { paymentMethodId }: PaymentMethodEdited) =>
    loadPaymentMethod(context, paymentMethodId),
});

export const PaymentMethodPayload = payloads.ChangePayload;
export const PaymentMethodDeletePayload = payloads.DeletePayload;
export const paymentMethodPayloadResolvers = payloads.resolvers;
