import { change } from "../shared/change.js";
import type { Target } from "../shared/lock-target.js";
import { GATEWAY_WAIT_MS } from "./attempts/order-pay.js";
import { lockPayment, type PaymentChanged } from "./lock-payment.js";
import { mayWritePayments } from "./ports/permissions.js";
import { settleOrder, type SettleStores } from "./settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "./settle/settle-payment.js";

/** Releases held money, or gives an attempt up. The gateway is called after the commit. */
export const paymentVoid = change<SettleStores, SettleNeeds, Target, undefined, PaymentChanged>(
  mayWritePayments,
  {
    decide: async (target, { stores, attempt, now }, { ids }) => {
      const { order, payments, payment } = await lockPayment(stores, target);
      payment.requestCancel(now);
      await settleOrder(stores, order, payments, { attempt, ids, now });
      return { orderId: order.id, paymentId: payment.id };
    },
    afterwards: ({ paymentId }, { signal }, needs) => settlePayment(paymentId, needs, { signal }),
    afterwardsMs: GATEWAY_WAIT_MS,
    repeatsAfterwards: true,
  },
);
