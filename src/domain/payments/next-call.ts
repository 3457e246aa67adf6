import type { PaymentSnapshot, WaitingCall } from "./payment-snapshot.js";
import { isOpenState } from "./payment-states.js";
import type { Refund } from "./refund.js";

const HOUR_MS = 60 * 60_000;
/** Gateways forget keys after a day: the same one would charge twice then. */
export const SENDABLE_MS = 24 * HOUR_MS;
/**
 * After how many seconds a gateway is called again, by how often it was called before: about a third of
 * the time since then, so that an outage is over for a payment soon after it is over.
 */
const PAUSES_S = [15, 15, 30, 30, 60, 60, 120, 120, 300, 300, 900, 3_600] as const;

/** In milliseconds. The pause is also the lease of the process that calls the gateway. */
export const pauseAfter = (checks: number): number =>
  (PAUSES_S[Math.min(checks, PAUSES_S.length - 1)] ?? 3_600) * 1_000;

/** What a gateway is called for. */
export type GatewayCall =
  | { readonly kind: "AUTHORISE" }
  | { readonly kind: "FETCH" }
  | Extract<WaitingCall, { readonly kind: "CAPTURE" }>
  | { readonly kind: "CANCEL" }
  | { readonly kind: "REFUND"; readonly refund: Refund }
  /** Nothing more is sent after a day: what the gateway does not know has not happened. */
  | { readonly kind: "GIVE_UP" };

type Sendable = Exclude<GatewayCall, { readonly kind: "FETCH" | "GIVE_UP" }>;

/**
 * What the gateway is called for next; null when nothing is open. What was sent before without an
 * answer is looked up before it is sent again with the same key.
 * @param isFetched whether the truth was looked up just now
 */
export const nextCall = (
  payment: PaymentSnapshot,
  now: Date,
  isFetched: boolean,
): GatewayCall | null => {
  if (payment.gateway === null) return null;
  const sendable = nextToSend(payment);
  if (sendable) {
    const [call, since] = sendable;
    const isOld = now.getTime() - since.getTime() >= SENDABLE_MS;
    if (!isFetched && (isOld || payment.checks > 0)) return { kind: "FETCH" };
    // A cancellation does no harm twice.
    return isOld && call.kind !== "CANCEL" ? { kind: "GIVE_UP" } : call;
  }
  return isFetched || !needsLook(payment, now) ? null : { kind: "FETCH" };
};

const nextToSend = (payment: PaymentSnapshot): readonly [Sendable, Date] | null => {
  const { state, reference, call, refunds, createdAt } = payment;
  if (call?.kind === "CANCEL")
    return reference === null ? null : [{ kind: "CANCEL" }, call.requestedAt];
  if (reference === null && isOpenState(state)) return [{ kind: "AUTHORISE" }, createdAt];
  if (call) return [call, call.requestedAt];
  const refund = refunds.find((one) => one.state === "PENDING" && one.reference === null);
  return refund ? [{ kind: "REFUND", refund }, refund.requestedAt] : null;
};

/** Whether the gateway may know more than we do. */
const needsLook = (payment: PaymentSnapshot, now: Date): boolean => {
  const { state, reference, createdAt, refunds } = payment;
  if (isOpenState(state) || refunds.some((one) => one.state === "PENDING")) return true;
  // A request that was cancelled on its way may still arrive.
  return (
    reference === null && state === "CANCELLED" && now.getTime() - createdAt.getTime() < SENDABLE_MS
  );
};

/**
 * When the gateway is called next: soon when something is open, and when held money is released by time;
 * null when nothing can happen by itself.
 */
export const nextLook = (payment: PaymentSnapshot, now: Date): Date | null => {
  const soon = new Date(now.getTime() + pauseAfter(payment.checks));
  if (isUnsettled(payment, now)) return soon;
  const { state, authorisedUntil, gateway } = payment;
  if (gateway === null || state !== "AUTHORISED" || authorisedUntil === null) return null;
  return authorisedUntil > soon ? authorisedUntil : soon;
};

/** Whether anything is open at the gateway. */
export const isUnsettled = (payment: PaymentSnapshot, now: Date): boolean =>
  payment.gateway !== null &&
  (payment.call !== null || nextToSend(payment) !== null || needsLook(payment, now));
