import { PaymentNotPossible } from "../../domain/payments/errors.js";
import { heldOf } from "../../domain/payments/payment-snapshot.js";
import { change } from "../shared/change.js";
import type { Target } from "../shared/lock-target.js";
import { GATEWAY_WAIT_MS } from "./attempts/order-pay.js";
import { lockPayment, minorUnitsOf, type PaymentChanged } from "./lock-payment.js";
import { mayWritePayments } from "./ports/permissions.js";
import { settleOrder, type SettleStores } from "./settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "./settle/settle-payment.js";

interface PaymentCapture extends Target {
  /** A decimal in the currency of the payment. Left out: all that is held. */
  readonly amount?: string | null | undefined;
}

/** Takes held money. The gateway is called after the commit. */
export const paymentCapture = change<
  SettleStores,
  SettleNeeds,
  PaymentCapture,
  undefined,
  PaymentChanged
>(mayWritePayments, {
  decide: async ({ amount, ...target }, { stores, attempt, now }, { gateways, ids }) => {
    const { order, payments, payment } = await lockPayment(stores, target);
    const snapshot = payment.snapshot();
    const { gateway: key, id } = snapshot;
    const gateway = key === null ? null : gateways.get(key);
    if (key !== null && !gateway) throw new PaymentNotPossible(id, "GATEWAY_NOT_CONFIGURED");
    const units =
      amount == null ? heldOf(snapshot) : minorUnitsOf(amount, snapshot.amount.currency);
    payment.requestCapture(
      { amount: units, key: `${snapshot.key}-capture-${snapshot.version}` },
      gateway?.abilities.severalCaptures ?? false,
      now,
    );
    await settleOrder(stores, order, payments, { attempt, ids, now });
    return { orderId: order.id, paymentId: id };
  },
  afterwards: ({ paymentId }, { signal }, needs) => settlePayment(paymentId, needs, { signal }),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});
