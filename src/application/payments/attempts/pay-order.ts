import { stateAt, type Order } from "../../../domain/orders/orders.js";
import { amountDue } from "../../../domain/payments/amount-due.js";
import { OrderNotPayable } from "../../../domain/payments/errors.js";
import type { PaymentId } from "../../../domain/payments/ids.js";
import type { Payment } from "../../../domain/payments/payment.js";
import { heldOf } from "../../../domain/payments/payment-snapshot.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payment-method.js";
import type { ReturnOrigins } from "../../../domain/payments/checked-return-url.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { PaymentGateways } from "../ports/payment-gateways.js";
import type { PaymentStores } from "../ports/payment-stores.js";
import { settleOrder, type SettleStores } from "../settle/settle-order.js";
import { settlePayment, type SettleNeeds } from "../settle/settle-payment.js";
import { chooseMethod, offeredFor } from "./choose-method.js";
import { checkedDetails, startPayment, type PaymentDetailsInput } from "./start-payment.js";

export interface PaymentChoice extends PaymentDetailsInput {
  readonly paymentMethod: string;
}

export type PayStores = SettleStores & Pick<PaymentStores, "paymentMethods">;

export interface PayNeeds {
  readonly ids: Ids;
  readonly gateways: PaymentGateways;
  /** Where buyers may come back to; left out: nowhere. */
  readonly returnOrigins?: ReturnOrigins;
}

/** The result of a try to pay. Plain JSON. */
export interface PaymentStarted {
  readonly orderId: string;
  /** Null for a method without a gateway. */
  readonly paymentId: PaymentId | null;
  /** Earlier attempts that are given up. */
  readonly cancelled: readonly PaymentId[];
}

/** Nobody tries so often to pay what they bought; thieves try many cards. */
const MOST_ATTEMPTS = 30;
/** A click that comes so late is another one. */
const DOUBLE_CLICK_MS = 60_000;

/**
 * Starts a payment of what is still due of a locked order, and gives earlier attempts up. When one
 * with the same method is under way, or has just succeeded, it is the answer: a double click and a
 * second tab pay once.
 * @throws OrderNotPayable, PaymentMethodUnknown, PaymentMethodNotEligible, TooMany, and as
 * `checkedDetails` does
 */
export const payOrder = async (
  order: Order,
  { paymentMethod, payment }: PaymentChoice,
  { stores, attempt, now }: Work<PayStores>,
  { ids, gateways, returnOrigins }: PayNeeds,
): Promise<PaymentStarted> => {
  const { content, state } = order.snapshot();
  const payments = await stores.payments.ofOrder(order.id);
  const paid = payments.find((one) => hasJustPaid(one, paymentMethod, now));
  if (paid && state === "CONFIRMED")
    return { orderId: order.id, paymentId: paid.id, cancelled: [] };
  if (payments.length >= MOST_ATTEMPTS)
    throw new TooMany("attempts to pay", payments.length + 1, MOST_ATTEMPTS);
  const due = dueNow(order, payments, now);
  const details = checkedDetails({ payment }, returnOrigins);
  const { currency } = content.quote;
  const payable = { market: content.market.id, currency, total: due };
  const methods = await stores.paymentMethods.all();
  const method = chooseMethod(offeredFor(methods, payable, gateways), paymentMethod);
  const same = payments.find((one) => isSameAttempt(one, { method, due, token: details.token }));
  if (same) return { orderId: order.id, paymentId: same.id, cancelled: [] };
  const cancelled = payments.filter((one) => one.isCancellable && !isHeld(one));
  for (const one of cancelled) one.requestCancel(now);
  order.payWith(method.key, now);
  const started = await startPayment(
    stores,
    {
      orderId: order.id,
      attempt: payments.length + 1,
      method,
      amount: due,
      currency,
      ...details,
    },
    { ids, now },
  );
  await settleOrder(stores, order, started ? [...payments, started] : payments, {
    attempt,
    ids,
    now,
  });
  return {
    orderId: order.id,
    paymentId: started?.id ?? null,
    cancelled: cancelled.map(({ id }) => id),
  };
};

/** Whether a payment with the method has held or taken money a moment ago. */
const hasJustPaid = (payment: Payment, key: string, now: Date): boolean => {
  const { method, state, createdAt, call } = payment.snapshot();
  const isPaid = (state === "AUTHORISED" || state === "CAPTURED") && call === null;
  return isPaid && method === key && now.getTime() - createdAt.getTime() < DOUBLE_CLICK_MS;
};

const isHeld = (payment: Payment): boolean => heldOf(payment.snapshot()) > 0;

/** What is still to be paid, in minor units. @throws OrderNotPayable */
const dueNow = (order: Order, payments: readonly Payment[], now: Date): number => {
  const { number } = order.snapshot();
  const state = stateAt(order.snapshot(), now);
  if (state === "CANCELLED" || state === "EXPIRED") throw new OrderNotPayable(number, state);
  const paid = payments.map((one) => one.snapshot());
  const due = amountDue({ state, total: order.total }, paid);
  if (due === 0) throw new OrderNotPayable(number, "PAID");
  return due;
};

interface AttemptTerms {
  readonly method: PaymentMethodSnapshot;
  readonly due: number;
  readonly token: string | null | undefined;
}

/** Whether an attempt is under way that pays the same in the same way. */
const isSameAttempt = (payment: Payment, { method, due, token }: AttemptTerms): boolean => {
  const { method: key, amount, state, token: before } = payment.snapshot();
  if (!payment.isOpen || key !== method.key || amount.minorUnits !== due) return false;
  // The buyer gives up what was to be done for another card, and does it otherwise.
  return state === "PENDING" || token == null || token === before;
};

/** Calls the gateways for what `payOrder` has decided. */
export const callGateways = async (
  { paymentId, cancelled }: PaymentStarted,
  needs: SettleNeeds,
  signal: AbortSignal,
): Promise<void> => {
  for (const id of cancelled) await settlePayment(id, needs, { signal });
  if (paymentId) await settlePayment(paymentId, needs, { signal });
};
