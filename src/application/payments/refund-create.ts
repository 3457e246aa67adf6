import type { RefundId } from "../../domain/payments/ids.js";
import { text } from "../../domain/shared/text.js";
import { withPath } from "../../domain/shared/domain-error.js";
import { change } from "../shared/change.js";
import type { Target } from "../shared/lock-target.js";
import { GATEWAY_WAIT_MS } from "./attempts/order-pay.js";
import { lockPayment, minorUnitsOf, type PaymentChanged } from "./lock-payment.js";
import { mayRefund } from "./ports/permissions.js";
import { settleOrder, type SettleStores } from "./settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "./settle/settle-payment.js";

/** `id` is that of the payment. */
interface RefundCreate extends Target {
  /** A decimal in the currency of the payment. Left out: all that can be given back. */
  readonly amount?: string | null | undefined;
  /** For staff. */
  readonly note?: string | null | undefined;
}

/** The result of a refund. Plain JSON. */
export interface RefundCreated extends PaymentChanged {
  readonly refundId: RefundId;
}

const MAX_NOTE = 1000;

/** Gives money back, at most what was taken. The gateway is called after the commit. */
export const refundCreate = change<
  SettleStores,
  SettleNeeds,
  RefundCreate,
  undefined,
  RefundCreated
>(mayRefund, {
  decide: async ({ amount, note, ...target }, { stores, attempt, now }, { ids }) => {
    const noted = withPath(
      (path) => ["note", ...path],
      () => text(note ?? "", { what: "A note", max: MAX_NOTE, multiline: true }) || null,
    );
    const { order, payments, payment } = await lockPayment(stores, target);
    const { currency } = payment.snapshot().amount;
    const units = amount == null ? payment.refundable : minorUnitsOf(amount, currency);
    const refundId = ids.next("refund");
    payment.requestRefund({ id: refundId, amount: units, reason: "STAFF", note: noted }, now);
    await settleOrder(stores, order, payments, { attempt, ids, now, by: "STAFF" });
    return { orderId: order.id, paymentId: payment.id, refundId };
  },
  afterwards: ({ paymentId }, { signal }, needs) => settlePayment(paymentId, needs, { signal }),
  afterwardsMs: GATEWAY_WAIT_MS,
  repeatsAfterwards: true,
});
