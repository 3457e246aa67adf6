import { paymentsContext } from "../../../application/payments/payments.js";
import type { ContextApi } from "../nodes/context-api.js";
import { AdminOrder } from "../orders/admin-order.js";
import { ShopOrder } from "../orders/shop-order.js";
import { AdminPayment } from "./attempts/admin-payment.js";
import { loadPayment, loadRefund } from "./attempts/load-payment.js";
import { orderPaymentsResolver } from "./attempts/order-payments-resolver.js";
import { paymentMutations } from "./attempts/payment-mutations.js";
import { paymentPayloadResolvers } from "./attempts/payment-payload.js";
import { PaymentQueries } from "./attempts/payment-queries.js";
import { ShopPayment } from "./attempts/shop-payment.js";
import { shopPaymentMutations } from "./attempts/shop-payment-mutations.js";
import { PAYMENT_USER_ERRORS } from "./errors/payment-user-errors.js";
import { loadPaymentMethod } from "./methods/load-payment-method.js";
import { paymentMethodMutations } from "./methods/payment-method-mutations.js";
import { paymentMethodPayloadResolvers } from "./methods/payment-method-payload.js";
import { PaymentMethodQueries } from "./methods/payment-method-queries.js";
import { OrderPaymentMethods } from "./offers/order-payment-methods.js";
import { PAYMENTS_ERROR_CODES } from "./payments-error-codes.js";

export const paymentsApi = {
  context: paymentsContext,
  errorCodes: PAYMENTS_ERROR_CODES,
  userErrors: PAYMENT_USER_ERRORS,
  shop: [orderPaymentsResolver(ShopOrder, ShopPayment), OrderPaymentMethods, shopPaymentMutations],
  admin: [
    orderPaymentsResolver(AdminOrder, AdminPayment),
    PaymentQueries,
    paymentMutations,
    ...paymentPayloadResolvers,
    PaymentMethodQueries,
    paymentMethodMutations,
    ...paymentMethodPayloadResolvers,
  ],
  nodes: {
    payment: {
      typeName: "Payment",
      answerFor: "one-buyer",
      operations: { admin: "payments.admin.byId" },
      find: (id, _requested, context) => loadPayment(context, id),
    },
    refund: {
      typeName: "Refund",
      answerFor: "one-buyer",
      operations: { admin: "payments.admin.ofRefunds" },
      find: (id, _requested, context) => loadRefund(context, id),
    },
    paymentmethod: {
      typeName: "PaymentMethod",
      answerFor: "one-buyer",
      operations: { shop: "payments.shop.methodsById", admin: "payments.admin.methodsById" },
      find: (id, _requested, context) => loadPaymentMethod(context, id),
    },
  },
} as const satisfies ContextApi<"payment" | "refund" | "paymentmethod">;
