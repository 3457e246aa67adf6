import type { GatewayDispute, GatewayPayment } from "./gateway-payment.js";
import type { RefundId } from "./ids.js";
import { PaymentChange } from "./payment-change.js";
import { misfitsOf } from "./payment-flag.js";
import { heldOf, type PaymentSnapshot } from "./payment-snapshot.js";
import { maySettle, type PaymentState } from "./payment-states.js";
import type { Refund } from "./refund.js";

/**
 * What a payment becomes by an answer of the gateway. An answer about an earlier moment, or a repeated
 * one, changes nothing; one that does not fit the payment only flags it.
 */
export const applyTruth = (
  payment: PaymentSnapshot,
  truth: GatewayPayment,
  now: Date,
  newRefundId: () => RefundId,
): PaymentChange => {
  const change = new PaymentChange(payment, now);
  const misfits = misfitsOf(payment, truth);
  for (const { kind, found } of misfits) change.flag(kind, found);
  if (misfits.length > 0) return change;
  const isFirstAnswer = payment.reference === null;
  change.set({ reference: truth.reference });
  applySums(change, truth);
  moveTo(change, truth, isFirstAnswer);
  for (const one of truth.refunds) applyRefund(change, one, now, newRefundId);
  for (const one of truth.disputes) applyDispute(change, one);
  endCall(change);
  return change;
};

const applySums = (change: PaymentChange, { authorised, captured }: GatewayPayment): void => {
  const { next } = change;
  const { currency } = next.amount;
  const held = authorised - next.authorised;
  change.move("AUTHORISED", held);
  const caught = captured - next.captured;
  // What is taken at once was not held before.
  if (held > 0 && captured < authorised)
    change.tell({ type: "payments.payment-authorised", amount: held, currency });
  change.move("CAPTURED", caught);
  if (caught > 0) change.tell({ type: "payments.payment-captured", amount: caught, currency });
};

const moveTo = (change: PaymentChange, truth: GatewayPayment, isFirstAnswer: boolean): void => {
  const { next } = change;
  if (maySettle(next.state, truth.state, isFirstAnswer)) {
    change.set({
      state: truth.state,
      declineCode: truth.state === "DECLINED" ? truth.declineCode : null,
    });
    end(change, truth.state, next);
  }
  const { state } = change.next;
  if (state !== truth.state) return;
  change.set({
    nextAction: state === "REQUIRES_ACTION" ? truth.nextAction : null,
    authorisedUntil: state === "AUTHORISED" ? truth.authorisedUntil : null,
  });
};

/** What is released when a payment ends, and what is told of it. */
const end = (change: PaymentChange, to: PaymentState, before: PaymentSnapshot): void => {
  const { authorised, captured, amount, declineCode } = change.next;
  if (to !== "AUTHORISED" && to !== "REQUIRES_ACTION" && to !== "PENDING") {
    // It was released before when it had ended before.
    const released = before.state === "CANCELLED" || before.state === "EXPIRED";
    if (!released) change.move("RELEASED", authorised - captured);
  }
  const fact = { amount: amount.minorUnits, currency: amount.currency };
  if (to === "DECLINED")
    change.tell({ type: "payments.payment-declined", ...fact, code: declineCode });
  if (to === "CANCELLED") change.tell({ type: "payments.payment-cancelled", ...fact });
  if (to === "EXPIRED") change.tell({ type: "payments.payment-expired", ...fact });
};

const applyRefund = (
  change: PaymentChange,
  { reference, key, amount, state, failure }: GatewayPayment["refunds"][number],
  now: Date,
  newRefundId: () => RefundId,
): void => {
  const { refunds } = change.next;
  const own =
    refunds.find((one) => one.reference === reference) ??
    refunds.find((one) => one.id === key && one.reference === null);
  if (own && own.amount !== amount.minorUnits)
    return change.flag("REFUND", `${reference} ${amount.minorUnits} ${amount.currency}`);
  const found: Refund = {
    id: own?.id ?? newRefundId(),
    amount: amount.minorUnits,
    reason: own?.reason ?? "GATEWAY",
    note: own?.note ?? null,
    requestedAt: own?.requestedAt ?? now,
    reference,
    state,
    failure: state === "FAILED" ? failure : null,
    updatedAt: own?.state === state ? own.updatedAt : now,
  };
  change.saveRefund(found);
};

const applyDispute = (change: PaymentChange, dispute: GatewayDispute): void => {
  const { disputes } = change.next;
  const before = disputes.find(({ reference }) => reference === dispute.reference);
  // A decided one is not opened again.
  if (before && (before.state === dispute.state || before.state !== "OPEN")) return;
  change.set({
    disputes: [
      ...disputes.filter(({ reference }) => reference !== dispute.reference),
      dispute,
    ].toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
  });
  const { minorUnits, currency } = dispute.amount;
  change.tell({
    type: "payments.payment-disputed",
    amount: minorUnits,
    currency,
    state: dispute.state,
  });
};

/** A call whose purpose is reached is not made any more. */
export const endCall = (change: PaymentChange): void => {
  const { call, state, captured } = change.next;
  if (call === null) return;
  const isOver = ["CAPTURED", "CANCELLED", "EXPIRED"].includes(state);
  const isDone = call.kind === "CAPTURE" ? captured >= call.target : heldOf(change.next) === 0;
  if (isOver || (isDone && call.kind === "CAPTURE")) change.set({ call: null });
};
