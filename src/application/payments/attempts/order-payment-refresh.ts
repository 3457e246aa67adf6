import { OrderNotFound } from "../../../domain/orders/orders.js";
import type { OrderId } from "../../../domain/orders/ids.js";
import type { PaymentId } from "../../../domain/payments/ids.js";
import type { OrderCodes } from "../../orders/ports/order-codes.js";
import { change } from "../../shared/change.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { anybody } from "../../shared/viewer.js";
import { mayWritePayments } from "../ports/permissions.js";
import type { SettleStores } from "../settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "../settle/settle-payment.js";
import { GATEWAY_WAIT_MS } from "./order-pay.js";

interface PaymentsRefreshed {
  readonly orderId: string;
  /** Those whose gateway is called. */
  readonly payments: readonly PaymentId[];
}

/** The payments of which the gateway may know more. */
const openPayments = async (stores: SettleStores, orderId: OrderId): Promise<PaymentsRefreshed> => {
  const payments = await stores.payments.ofOrder(orderId);
  const open = payments.map((one) => one.snapshot()).filter(({ dueAt }) => dueAt !== null);
  return { orderId, payments: open.map(({ id }) => id) };
};

const lookUp = async (
  { payments }: PaymentsRefreshed,
  needs: SettleNeeds,
  signal: AbortSignal,
): Promise<void> => {
  for (const id of payments) await settlePayment(id, needs, { signal, looksUp: true });
};

/** Looks up at the gateways what has become of the open payments of an order. */
export const orderPaymentRefresh = change<
  SettleStores,
  SettleNeeds,
  Target,
  undefined,
  PaymentsRefreshed
>(mayWritePayments, {
  decide: async (target, { stores }) => {
    const { orders } = stores;
    const order = await lockTarget("order", target, orders, (raw) => new OrderNotFound(raw));
    return openPayments(stores, order.id);
  },
  afterwards: (result, { signal }, needs) => lookUp(result, needs, signal),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});

/** The same for a buyer who comes back from the gateway. */
export const orderPaymentRefreshByLink = change<
  SettleStores,
  SettleNeeds & { readonly orderCodes: OrderCodes },
  { readonly link: string },
  undefined,
  PaymentsRefreshed & { readonly linkHash: string }
>(anybody, {
  decide: async ({ link }, { stores }, { orderCodes }) => {
    const linkHash = orderCodes.hashOf(link);
    const order = await stores.orders.ofLink(linkHash);
    if (!order) throw new OrderNotFound("with this link", ["link"]);
    return { ...(await openPayments(stores, order.id)), linkHash };
  },
  afterwards: (result, { signal }, needs) => lookUp(result, needs, signal),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});
