import { randomBytes } from "node:crypto";
import {
  refundedOf,
  SandboxRefusal,
  type Amount,
  type Happening,
  type SandboxPayment,
  type SandboxRefund,
} from "./payment.js";
import { testToken, type TestToken } from "./tokens.js";

const DAY_MS = 86_400_000;
const HELD_MS = 7 * DAY_MS;
const SETTLED_MS = 2 * DAY_MS;
const DISPUTED_MS = DAY_MS;

export const newReference = (kind: "pay" | "ref" | "dis" | "evt"): string =>
  `s${kind}_${randomBytes(12).toString("hex")}`;

/** What a payment is started with. */
export type NewPayment = Pick<
  SandboxPayment,
  "key" | "orderId" | "orderNumber" | "amount" | "capture" | "returnUrl"
> & { readonly token: TestToken };

/** @param now on the clock of the sandbox, in milliseconds */
export const startPayment = ({ token, ...asked }: NewPayment, now: number): SandboxPayment => {
  const started: SandboxPayment = {
    ...asked,
    reference: newReference("pay"),
    token: token.name,
    state: "PENDING",
    authorised: 0,
    captured: 0,
    authorisedUntil: null,
    actionSecret: null,
    declineCode: null,
    refunds: [],
    disputes: [],
    due: [],
  };
  switch (token.outcome) {
    case "SUCCEED":
      return hold(started, now);
    case "DECLINE":
      return decline(started, token.declineCode ?? "card_declined");
    case "REQUIRE_ACTION":
      return {
        ...started,
        state: "REQUIRES_ACTION",
        actionSecret: randomBytes(16).toString("base64url"),
      };
    case "SETTLE_LATER":
      return { ...started, due: [{ at: now + SETTLED_MS, happening: "SETTLE" }] };
    case "DECLINE_LATER":
      return { ...started, due: [{ at: now + SETTLED_MS, happening: "DECLINE" }] };
  }
};

/** Holds the amount, and takes it where that is asked for. */
export const hold = (payment: SandboxPayment, now: number): SandboxPayment => {
  const held: SandboxPayment = {
    ...payment,
    state: "AUTHORISED",
    authorised: payment.amount.minorUnits,
    authorisedUntil: now + HELD_MS,
    actionSecret: null,
    due: [{ at: now + HELD_MS, happening: "EXPIRE" }],
  };
  return payment.capture === "AUTOMATIC" ? take(held, payment.amount.minorUnits, now) : held;
};

export const decline = (payment: SandboxPayment, declineCode: string): SandboxPayment => ({
  ...payment,
  state: "DECLINED",
  declineCode,
  actionSecret: null,
  due: [],
});

/** @throws SandboxRefusal */
export const capture = (payment: SandboxPayment, amount: Amount, now: number): SandboxPayment => {
  if (payment.state === "EXPIRED")
    throw new SandboxRefusal(422, "authorisation_expired", "The money is no longer held.");
  if (payment.state !== "AUTHORISED")
    throw new SandboxRefusal(422, "not_capturable", `The payment is ${payment.state}.`);
  requireFit(payment, amount, payment.authorised - payment.captured);
  return take(payment, amount.minorUnits, now);
};

const take = (payment: SandboxPayment, minorUnits: number, now: number): SandboxPayment => {
  const captured = payment.captured + minorUnits;
  const isAll = captured === payment.authorised;
  const isFirst = payment.captured === 0;
  return {
    ...payment,
    state: isAll ? "CAPTURED" : "AUTHORISED",
    captured,
    authorisedUntil: isAll ? null : payment.authorisedUntil,
    due: [
      ...payment.due.filter(({ happening }) => !isAll || happening !== "EXPIRE"),
      ...(testToken(payment.token)?.isDisputed && isFirst
        ? [{ at: now + DISPUTED_MS, happening: "DISPUTE" as const }]
        : []),
    ],
  };
};

/** Releases what is held. A payment that cannot be cancelled any more stays as it is. */
export const cancel = (payment: SandboxPayment): SandboxPayment => {
  switch (payment.state) {
    case "PENDING":
    case "REQUIRES_ACTION":
      return { ...payment, state: "CANCELLED", actionSecret: null, due: [] };
    case "AUTHORISED":
      return release(payment, "CANCELLED");
    default:
      return payment;
  }
};

const release = (payment: SandboxPayment, state: "CANCELLED" | "EXPIRED"): SandboxPayment => ({
  ...payment,
  state: payment.captured > 0 ? "CAPTURED" : state,
  authorisedUntil: null,
  due: payment.due.filter(({ happening }) => happening !== "EXPIRE"),
});

/** @param key null for a refund at the gateway @throws SandboxRefusal */
export const refund = (
  payment: SandboxPayment,
  amount: Amount,
  key: string | null,
  now: number,
): SandboxPayment => {
  if (payment.captured === 0)
    throw new SandboxRefusal(422, "not_refundable", `The payment is ${payment.state}.`);
  if (payment.disputes.some(({ state }) => state === "OPEN"))
    throw new SandboxRefusal(422, "charge_disputed", "The bank of the buyer contests the payment.");
  requireFit(payment, amount, payment.captured - refundedOf(payment));
  const later = testToken(payment.token)?.refunds;
  const made: SandboxRefund = {
    reference: newReference("ref"),
    key,
    amount,
    state: later ? "PENDING" : "SUCCEEDED",
    failure: null,
  };
  const happening = later === "FAIL_LATER" ? "REFUND_FAILS" : "REFUND_SUCCEEDS";
  return {
    ...payment,
    refunds: [...payment.refunds, made],
    due: later ? [...payment.due, { at: now + SETTLED_MS, happening }] : payment.due,
  };
};

/** @throws SandboxRefusal when it cannot happen to the payment */
export const happen = (
  payment: SandboxPayment,
  happening: Happening,
  now: number,
): SandboxPayment => {
  const cannot = new SandboxRefusal(
    422,
    "cannot_happen",
    `${happening} cannot happen to a payment that is ${payment.state}.`,
  );
  const { state, captured, amount } = payment;
  switch (happening) {
    case "SETTLE":
      if (state !== "PENDING" && state !== "REQUIRES_ACTION") throw cannot;
      return hold({ ...payment, capture: "AUTOMATIC" }, now);
    case "DECLINE":
      if (state !== "PENDING" && state !== "REQUIRES_ACTION") throw cannot;
      return decline(payment, testToken(payment.token)?.declineCode ?? "card_declined");
    case "EXPIRE":
      if (state !== "AUTHORISED") throw cannot;
      return release(payment, "EXPIRED");
    case "DISPUTE":
      if (captured === 0) throw cannot;
      return {
        ...payment,
        disputes: [
          ...payment.disputes,
          {
            reference: newReference("dis"),
            amount: { ...amount, minorUnits: captured },
            state: "OPEN",
            reason: "fraudulent",
          },
        ],
      };
    case "DISPUTE_WON":
    case "DISPUTE_LOST":
      return closeDispute(payment, happening === "DISPUTE_WON" ? "WON" : "LOST", cannot);
    case "REFUND":
      return refund(payment, { ...amount, minorUnits: captured - refundedOf(payment) }, null, now);
    case "REFUND_SUCCEEDS":
      return settleRefund(payment, { state: "SUCCEEDED" }, cannot);
    case "REFUND_FAILS":
      return settleRefund(payment, { state: "FAILED", failure: "account_closed" }, cannot);
  }
};

const closeDispute = (
  payment: SandboxPayment,
  state: "WON" | "LOST",
  cannot: SandboxRefusal,
): SandboxPayment => {
  const open = payment.disputes.find((one) => one.state === "OPEN");
  if (!open) throw cannot;
  const disputes = payment.disputes.map((one) => (one === open ? { ...one, state } : one));
  return { ...payment, disputes };
};

/** Of a succeeded refund, too: a bank may send money back days later. */
const settleRefund = (
  payment: SandboxPayment,
  change: Partial<SandboxRefund>,
  cannot: SandboxRefusal,
): SandboxPayment => {
  const open =
    payment.refunds.find(({ state }) => state === "PENDING") ??
    (change.state === "FAILED"
      ? payment.refunds.findLast(({ state }) => state === "SUCCEEDED")
      : undefined);
  if (!open) throw cannot;
  const refunds = payment.refunds.map((one) => (one === open ? { ...one, ...change } : one));
  return { ...payment, refunds };
};

const requireFit = (
  { amount: { currency } }: SandboxPayment,
  amount: Amount,
  most: number,
): void => {
  if (amount.currency !== currency)
    throw new SandboxRefusal(422, "currency_mismatch", `The payment is in ${currency}.`);
  if (amount.minorUnits > most)
    throw new SandboxRefusal(422, "amount_too_large", `At most ${most} ${currency} are left.`);
};
