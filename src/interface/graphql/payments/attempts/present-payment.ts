import type { PaymentView } from "../../../../application/payments/ports/payment-reads.js";
import type { NextAction } from "../../../../domain/payments/gateway-payment.js";
import { heldOf } from "../../../../domain/payments/payment-snapshot.js";
import { promisedBack, type Refund } from "../../../../domain/payments/refund.js";
import { Money } from "../../../../domain/shared/money.js";
import { presentMoney } from "../../money/money-presenter.js";
import type { PaymentNextAction } from "./payment-next-action.js";

export const presentPayment = (payment: PaymentView) => {
  const { amount, method, authorised, captured, refunded, call, refunds, disputes } = payment;
  const { currency } = amount;
  const money = (units: number) => presentMoney(Money.of(units, currency));
  const { id, orderId, attempt, state, gateway, reference, capture, declineCode } = payment;
  const { authorisedUntil, flags, version, createdAt, updatedAt } = payment;
  return {
    id,
    orderId,
    attempt,
    state,
    gateway,
    reference,
    capture,
    declineCode,
    authorisedUntil,
    flags,
    version,
    createdAt,
    updatedAt,
    currency,
    paymentMethod: method,
    amount: money(amount.minorUnits),
    authorisedAmount: money(authorised),
    capturedAmount: money(captured),
    refundedAmount: money(refunded),
    capturableAmount: money(heldOf(payment)),
    refundableAmount: money(captured - promisedBack(refunds)),
    nextAction: presentNextAction(payment.nextAction),
    isBusy: call !== null,
    refunds: refunds.map((one) => presentRefund(one, currency)),
    disputes: disputes.map((one) => ({
      ...one,
      amount: presentMoney(Money.of(one.amount.minorUnits, one.amount.currency)),
    })),
  };
};

/** What a payment is answered from. */
export type PaymentSource = ReturnType<typeof presentPayment>;
export type RefundSource = PaymentSource["refunds"][number];
export type DisputeSource = PaymentSource["disputes"][number];

const presentRefund = ({ requestedAt, ...refund }: Refund, currency: string) => ({
  ...refund,
  amount: presentMoney(Money.of(refund.amount, currency)),
  createdAt: requestedAt,
});

const IS_WEB_PAGE = /^https?:\/\//i;

/** A page that is none of the web is not handed to storefronts, which would open it. */
export const presentNextAction = (action: NextAction | null): PaymentNextAction | null => {
  if (action === null) return null;
  if (action.kind === "CONFIRM") return { kind: "CONFIRM", url: null, token: action.token };
  return IS_WEB_PAGE.test(action.url) ? { kind: "REDIRECT", url: action.url, token: null } : null;
};
