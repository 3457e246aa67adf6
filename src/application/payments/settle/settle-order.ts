import type { Order, PaymentEntry, PaymentOfOrder } from "../../../domain/orders/orders.js";
import { stateAt } from "../../../domain/orders/orders.js";
import { moneyToReturn } from "../../../domain/payments/money-to-return.js";
import type { Payment } from "../../../domain/payments/payment.js";
import type { PaymentHappening } from "../../../domain/payments/payment-change.js";
import { heldOf, type PaymentSnapshot } from "../../../domain/payments/payment-snapshot.js";
import { isOpenState } from "../../../domain/payments/payment-states.js";
import { promisedBack, type RefundReason } from "../../../domain/payments/refund.js";
import type { VariantsToBuy } from "../../catalog/ports/variants-to-buy.js";
import { claimStock, releaseStock, type ReservationStores } from "../../inventory/inventory.js";
import type { OrderStores } from "../../orders/ports/order-stores.js";
import type { Ids } from "../../shared/ids.js";
import type { Transaction } from "../../shared/unit-of-work.js";
import type { PaymentStores } from "../ports/payment-stores.js";
import { matchToStock } from "./match-to-stock.js";

export type SettleStores = Pick<PaymentStores, "payments"> &
  Pick<OrderStores, "orders"> &
  ReservationStores & { readonly variantsToBuy: VariantsToBuy };

export interface SettleWork extends Partial<Transaction> {
  readonly ids: Ids;
  readonly now: Date;
  /** Who has changed a payment. SYSTEM when left out. */
  readonly by?: PaymentEntry["by"];
}

/**
 * Lets an order know what has become of its payments, in the unit of work that changes them. The
 * order is confirmed when its total is covered, and gives back what it does not need. Stock comes last,
 * except for an order that was paid late: its units are looked for before it is decided.
 */
export const settleOrder = async (
  stores: SettleStores,
  order: Order,
  payments: readonly Payment[],
  work: SettleWork,
): Promise<void> => {
  const { now, attempt } = work;
  const isPaid = order.isPaidBy(payments.map(toPaymentOfOrder));
  const isInTime = stateAt(order.snapshot(), now) === "AWAITING_PAYMENT";
  // Without undoing a part, units that are not all there could not be left to others.
  const isMatched =
    isPaid && !isInTime && attempt ? await matchToStock(stores, order, { attempt, now }) : false;
  if (isPaid && (isInTime || isMatched)) order.confirm(now);
  const hasExpired = order.expire(now);
  returnMoney(order, payments, work);
  const history = payments.flatMap((payment) => payment.pullHistory().flatMap(entryOf(work.by)));
  order.applyPayments(payments.map(toPaymentOfOrder), history, now);
  for (const payment of payments) await stores.payments.save(payment);
  await stores.orders.save(order);
  if (isPaid && isInTime) await claimStock(stores, order.id);
  if (hasExpired) await releaseStock(stores, order.id);
};

const REASONS: Partial<Record<string, RefundReason>> = {
  CANCELLED: "ORDER_CANCELLED",
  EXPIRED: "ORDER_EXPIRED",
};

/** Releases or gives back what the order does not need. */
const returnMoney = (
  order: Order,
  payments: readonly Payment[],
  { ids, now }: SettleWork,
): void => {
  const reason = REASONS[order.snapshot().state];
  const owed = reason ? 0 : order.total;
  const surplus = moneyToReturn(
    owed,
    payments.map((one) => one.snapshot()),
  );
  for (const { payment: snapshot, how, amount } of surplus) {
    const payment = payments.find(({ id }) => id === snapshot.id);
    if (!payment) continue;
    // What could not be given back once is not tried for ever.
    const hasFailed = snapshot.refunds.some(
      (refund) => refund.state === "FAILED" && refund.reason !== "STAFF",
    );
    if (how === "CANCEL") {
      if (!isCancelRefused(snapshot)) payment.requestCancel(now);
    } else if (snapshot.gateway === null || hasFailed)
      payment.flag("RETURN_BY_HAND", `${amount} ${snapshot.amount.currency}`, now);
    else
      payment.requestRefund(
        { id: ids.next("refund"), amount, reason: reason ?? "EXCESS", note: null },
        now,
      );
  }
};

/** What a gateway has refused for good is left to staff, who see it by its flag. */
const isCancelRefused = ({ flags }: PaymentSnapshot): boolean =>
  flags.some(({ kind, found }) => kind === "CALL_REFUSED" && found.startsWith("CANCEL"));

/** What an order knows of a payment. */
const toPaymentOfOrder = (payment: Payment): PaymentOfOrder => paymentOfOrder(payment.snapshot());

export const paymentOfOrder = (payment: PaymentSnapshot): PaymentOfOrder => {
  const { captured, refunded, state, call, refunds } = payment;
  const held = heldOf(payment);
  const isCancelling = call?.kind === "CANCEL";
  return {
    captured,
    refunded,
    held,
    leaving: promisedBack(refunds) - refunded + (isCancelling ? held : 0),
    isOpen: isOpenState(state) && !isCancelling,
    hasFailed: state === "DECLINED" || state === "EXPIRED",
  };
};

const KINDS: Readonly<Record<PaymentHappening["type"], PaymentEntry["kind"]>> = {
  "payments.payment-authorised": "PAYMENT_AUTHORISED",
  "payments.payment-captured": "PAYMENT_CAPTURED",
  "payments.payment-declined": "PAYMENT_DECLINED",
  "payments.payment-cancelled": "PAYMENT_CANCELLED",
  "payments.payment-expired": "PAYMENT_EXPIRED",
  "payments.payment-refunded": "PAYMENT_REFUNDED",
  "payments.refund-failed": "REFUND_FAILED",
  "payments.payment-disputed": "PAYMENT_DISPUTED",
  "payments.payment-flagged": "PAYMENT_FLAGGED",
};

const entryOf =
  (by: PaymentEntry["by"] = "SYSTEM") =>
  (happening: PaymentHappening): PaymentEntry => ({
    kind: KINDS[happening.type],
    by,
    note: noteOf(happening),
    amount: "amount" in happening ? happening.amount : null,
  });

const noteOf = (happening: PaymentHappening): string | null => {
  if ("code" in happening) return happening.code;
  if ("failure" in happening) return happening.failure;
  if ("flag" in happening) return happening.flag;
  return null;
};
