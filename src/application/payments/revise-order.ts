import type { OrderId } from "../../domain/orders/ids.js";
import type { OrderContent } from "../../domain/orders/orders.js";
import { change, type Work } from "../shared/change.js";
import type { Ids } from "../shared/ids.js";
import { mayWritePayments } from "./ports/permissions.js";
import { callGateways, type PaymentStarted } from "./attempts/pay-order.js";
import { GATEWAY_WAIT_MS } from "./attempts/order-pay.js";
import { settleOrder, type SettleStores } from "./settle/settle-order.js";
import type { SettleNeeds } from "./settle/settle-payment.js";

interface OrderRevision {
  readonly orderId: OrderId;
  readonly content: OrderContent;
}

/**
 * Gives an unpaid order another total, in a unit of work. Attempts to pay the old one are given up at
 * their gateways, so that the next one charges exactly the new total.
 */
export const reviseOrder = async (
  { orderId, content }: OrderRevision,
  { stores, attempt, now }: Work<SettleStores>,
  { ids }: { readonly ids: Ids },
): Promise<PaymentStarted> => {
  const order = await stores.orders.get(orderId);
  const payments = await stores.payments.ofOrder(orderId);
  order.revise(content, "STAFF", now);
  const cancelled = payments.filter((one) => one.isCancellable);
  for (const one of cancelled) one.requestCancel(now);
  await settleOrder(stores, order, payments, { attempt, ids, now });
  return { orderId, paymentId: null, cancelled: cancelled.map(({ id }) => id) };
};

/** `reviseOrder` as an operation of staff. */
export const orderRevise = change<
  SettleStores,
  SettleNeeds,
  OrderRevision,
  undefined,
  PaymentStarted
>(mayWritePayments, {
  decide: reviseOrder,
  afterwards: (result, { signal }, needs) => callGateways(result, needs, signal),
  afterwardsMs: GATEWAY_WAIT_MS,
});
