import { PAYMENTS_PREFIXES } from "../../domain/payments/ids.js";
import type { OrderLinks } from "../orders/ports/order-links.js";
import type { OrderCodes } from "../orders/ports/order-codes.js";
import type { OrderReads } from "../orders/ports/order-reads.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { IdempotencyKeyReads, IdempotencyStores } from "../shared/idempotency-keys.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { orderPay, orderPayByLink } from "./attempts/order-pay.js";
import {
  orderPaymentRefresh,
  orderPaymentRefreshByLink,
} from "./attempts/order-payment-refresh.js";
import type { PayNeeds, PayStores } from "./attempts/pay-order.js";
import { comparePayments } from "./compare/compare-payments.js";
import { paymentMethodCreate, type MethodStores } from "./methods/payment-method-create.js";
import { paymentMethodDelete } from "./methods/payment-method-delete.js";
import { paymentMethodUpdate } from "./methods/payment-method-update.js";
import { paymentCapture } from "./payment-capture.js";
import { paymentMarkPaid } from "./payment-mark-paid.js";
import { paymentVoid } from "./payment-void.js";
import type { PaymentReads } from "./ports/payment-reads.js";
import { NO_GATEWAYS, type PaymentServices } from "./ports/payment-services.js";
import type { OfferedMethods, PaymentStores } from "./ports/payment-stores.js";
import { PAYMENTS_PERMISSIONS } from "./ports/permissions.js";
import { readOwnPayments, readPayments } from "./read-payments.js";
import { refundCreate } from "./refund-create.js";
import { endPayments } from "./settle/end-payments.js";
import { settleDuePayments } from "./settle/settle-due-payments.js";
import type { SettleStores } from "./settle/settle-order.js";
import type { SettleNeeds } from "./settle/settle-payment.js";
import { forgetGatewayEvents } from "./webhooks/forget-gateway-events.js";
import { receiveWebhook } from "./webhooks/receive-webhook.js";

/** What the checkout uses. */
export { chooseMethod, offeredFor, type MethodOffer } from "./attempts/choose-method.js";
export {
  checkedDetails,
  startPayment,
  type PaymentDetailsInput,
} from "./attempts/start-payment.js";
export { GATEWAY_WAIT_MS } from "./attempts/order-pay.js";
export { settlePayment, type SettleNeeds } from "./settle/settle-payment.js";
export type { SettleStores } from "./settle/settle-order.js";
/** What changes of orders use. */
export { orderRevise, reviseOrder } from "./revise-order.js";

type Stores = PayStores & MethodStores & Pick<PaymentStores, "gatewayEvents"> & IdempotencyStores;

export interface PaymentsNeeds
  extends Pick<SettleNeeds, "clock" | "ids">, Pick<PayNeeds, "returnOrigins"> {
  readonly orderReads: OrderReads;
  /** Left out or null: there is no gateway. */
  readonly paymentServices?: PaymentServices | null;
  readonly paymentReads: PaymentReads;
  readonly offeredMethods: OfferedMethods;
  readonly orderCodes: OrderCodes;
  readonly orderLinks: OrderLinks;
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  readonly unitOfWork: UnitOfWork<Stores>;
}

/** Everything that can be done with payments. */
export const PAYMENTS = {
  admin: readPayments,
  shop: readOwnPayments,
  orderPay,
  orderPayByLink,
  orderPaymentRefresh,
  orderPaymentRefreshByLink,
  paymentCapture,
  paymentVoid,
  paymentMarkPaid,
  refundCreate,
  paymentMethodCreate,
  paymentMethodUpdate,
  paymentMethodDelete,
  receiveWebhook,
  comparePayments,
};

export type PaymentOperations = Wired<typeof PAYMENTS>;

const withServices = ({ paymentServices, ...needs }: PaymentsNeeds) => ({
  ...needs,
  ...(paymentServices ?? NO_GATEWAYS),
});

export const paymentsContext = {
  name: "payments",
  idPrefixes: PAYMENTS_PREFIXES,
  permissions: PAYMENTS_PERMISSIONS,
  operations: PAYMENTS,
  open: (needs: PaymentsNeeds): PaymentOperations => wired(PAYMENTS, withServices(needs)),
  background: (
    needs,
  ): Partial<BackgroundWork<SettleStores & Pick<PaymentStores, "gatewayEvents">>> => ({
    subscribers: [endPayments(needs)],
    recurring: [forgetGatewayEvents],
  }),
  outside: (needs: PaymentsNeeds) => [settleDuePayments(withServices(needs))],
} as const satisfies Context;
