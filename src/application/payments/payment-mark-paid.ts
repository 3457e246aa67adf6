import { OrderNotFound } from "../../domain/orders/orders.js";
import {
  OrderNotPayable,
  PaymentMethodMissing,
  PaymentMethodNotEligible,
  PaymentMethodUnknown,
} from "../../domain/payments/errors.js";
import { Payment } from "../../domain/payments/payment.js";
import type { PaymentMethodSnapshot } from "../../domain/payments/payment-method.js";
import { coveredBy } from "../../domain/payments/amount-due.js";
import { change, type Work } from "../shared/change.js";
import type { Ids } from "../shared/ids.js";
import { lockTarget, type Target } from "../shared/lock-target.js";
import type { PayStores } from "./attempts/pay-order.js";
import { minorUnitsOf, type PaymentChanged } from "./lock-payment.js";
import { mayMarkPaid } from "./ports/permissions.js";
import { settleOrder } from "./settle/settle-order.js";

/** `id` is that of the order. */
interface PaymentMarkPaid extends Target {
  /** A decimal in the currency of the order. Left out: all that is due. */
  readonly amount?: string | null | undefined;
  /** The key of a method without a gateway. Left out: that of the order. */
  readonly paymentMethod?: string | null | undefined;
}

/** Money has come outside of the shop: a transfer, cash, a paid invoice. */
export const paymentMarkPaid = change(
  mayMarkPaid,
  async (
    { amount, paymentMethod, ...target }: PaymentMarkPaid,
    { stores, attempt, now }: Work<PayStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<PaymentChanged> => {
    const { orders } = stores;
    const order = await lockTarget("order", target, orders, (raw) => new OrderNotFound(raw));
    const { number, state, content, paymentMethod: chosen } = order.snapshot();
    if (state === "CANCELLED") throw new OrderNotPayable(number, "CANCELLED");
    const method = offlineMethod(await stores.paymentMethods.all(), paymentMethod ?? chosen);
    const payments = await stores.payments.ofOrder(order.id);
    const due = order.total - coveredBy(payments.map((one) => one.snapshot()));
    if (due <= 0) throw new OrderNotPayable(number, "PAID");
    const { currency } = content.quote;
    const payment = Payment.received(
      {
        id: ids.next("payment"),
        orderId: order.id,
        attempt: payments.length + 1,
        method: method.key,
        capture: "AUTOMATIC",
        amount: { minorUnits: amount == null ? due : minorUnitsOf(amount, currency), currency },
      },
      now,
    );
    await stores.payments.add(payment);
    await settleOrder(stores, order, [...payments, payment], { attempt, ids, now, by: "STAFF" });
    return { orderId: order.id, paymentId: payment.id };
  },
);

/** @throws PaymentMethodMissing, PaymentMethodUnknown, PaymentMethodNotEligible */
const offlineMethod = (
  methods: readonly PaymentMethodSnapshot[],
  key: string | null,
): PaymentMethodSnapshot => {
  const offline = methods.filter(({ gateway }) => gateway === null).map((one) => one.key);
  if (key === null) throw new PaymentMethodMissing(offline);
  const method = methods.find((one) => one.key === key);
  if (!method) throw new PaymentMethodUnknown(key, offline);
  if (method.gateway !== null) throw new PaymentMethodNotEligible(key, "NOT_OFFLINE");
  return method;
};
