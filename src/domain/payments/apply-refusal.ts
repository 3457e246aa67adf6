import type { GatewayCall } from "./next-call.js";
import { PaymentChange } from "./payment-change.js";
import type { PaymentSnapshot } from "./payment-snapshot.js";
import { isOpenState } from "./payment-states.js";

const amountOf = ({ amount }: PaymentSnapshot) => ({
  amount: amount.minorUnits,
  currency: amount.currency,
});

/** What a payment becomes when its gateway has refused a call for good. @param code of the gateway */
export const applyRefusal = (
  payment: PaymentSnapshot,
  call: GatewayCall,
  code: string,
  now: Date,
): PaymentChange => {
  const change = new PaymentChange(payment, now);
  const { state, reference, refunds } = payment;
  if (call.kind === "AUTHORISE" && reference === null && isOpenState(state)) {
    change.set({ state: "DECLINED", declineCode: code });
    change.tell({ type: "payments.payment-declined", ...amountOf(payment), code });
  }
  if (call.kind === "REFUND") {
    const refund = refunds.find(({ id }) => id === call.refund.id);
    if (refund?.state === "PENDING")
      change.saveRefund({ ...refund, state: "FAILED", failure: code, updatedAt: now });
  }
  if ((call.kind === "CAPTURE" || call.kind === "CANCEL") && payment.call?.kind === call.kind) {
    change.set({ call: null });
    change.flag("CALL_REFUSED", `${call.kind} ${code}`);
  }
  return change;
};

const UNKNOWN = "unknown_to_gateway";

/**
 * What a payment becomes when its gateway knows nothing of it.
 * @param isFinal after a day, when nothing is sent any more
 */
export const applyUnknown = (
  payment: PaymentSnapshot,
  isFinal: boolean,
  now: Date,
): PaymentChange => {
  const change = new PaymentChange(payment, now);
  const { state, reference, call, refunds } = payment;
  if (reference === null && isOpenState(state) && call?.kind === "CANCEL") {
    change.set({ state: "CANCELLED", call: null });
    change.tell({ type: "payments.payment-cancelled", ...amountOf(payment) });
  } else if (reference === null && isOpenState(state) && isFinal) {
    change.set({ state: "EXPIRED", call: null });
    change.tell({ type: "payments.payment-expired", ...amountOf(payment) });
  } else if (call && (isFinal || reference === null)) {
    change.set({ call: null });
    change.flag("CALL_REFUSED", `${call.kind} ${UNKNOWN}`);
  }
  for (const one of isFinal ? refunds : [])
    if (one.state === "PENDING" && one.reference === null)
      change.saveRefund({ ...one, state: "FAILED", failure: UNKNOWN, updatedAt: now });
  return change;
};
