import type Stripe from "stripe";
import type {
  DisputeState,
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentState,
  GatewayRefund,
  GatewayRefundState,
  NextAction,
} from "../../../application/payments/ports/payment-gateway.js";
import { amountOfCharge } from "./charged-amount.js";

/** Our names in the metadata that Stripe keeps. */
export const METADATA = { key: "plinth_key", order: "plinth_order" } as const;

const DAY_MS = 24 * 60 * 60_000;
/** After it, Stripe cancels what is held, unless the card says otherwise. */
const HELD_FOR_MS = 7 * DAY_MS;

/** The whole truth, from a payment with its latest charge, and its refunds and disputes. */
export const presentPayment = (
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
  disputes: readonly Stripe.Dispute[],
): GatewayPayment => {
  const charge = chargeOf(intent);
  const state = stateOf(intent);
  const units = (amount: number): number => amountOfCharge(amount, intent.currency).minorUnits;
  const isHeld = charge?.status === "succeeded";
  return {
    reference: intent.id,
    key: intent.metadata[METADATA.key] ?? null,
    orderId: intent.metadata[METADATA.order] ?? null,
    amount: amountOfCharge(intent.amount, intent.currency),
    state,
    authorised: isHeld ? units(charge.amount) : 0,
    captured: units(intent.amount_received),
    authorisedUntil: state === "AUTHORISED" && charge ? heldUntil(charge) : null,
    nextAction: state === "REQUIRES_ACTION" ? nextActionOf(intent) : null,
    declineCode: state === "DECLINED" ? declineCodeOf(intent) : null,
    refunds: refunds.map(presentRefund),
    disputes: disputes.map(presentDispute),
  };
};

/** Null before one, and where it was not asked for. */
export const chargeOf = ({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null =>
  charge === null || typeof charge === "string" ? null : charge;

const stateOf = (intent: Stripe.PaymentIntent): GatewayPaymentState => {
  switch (intent.status) {
    case "requires_payment_method":
      return intent.last_payment_error ? "DECLINED" : "REQUIRES_ACTION";
    case "requires_confirmation":
    case "requires_action":
      return "REQUIRES_ACTION";
    case "requires_capture":
      return "AUTHORISED";
    case "succeeded":
      return "CAPTURED";
    case "canceled":
      return isExpired(intent) ? "EXPIRED" : "CANCELLED";
    // `processing`, and what a later version may add: it is looked up again.
    default:
      return "PENDING";
  }
};

const isExpired = ({ cancellation_reason: reason }: Stripe.PaymentIntent): boolean =>
  reason === "automatic" || reason === "expired";

const declineCodeOf = ({ last_payment_error: error }: Stripe.PaymentIntent): string | null =>
  error?.decline_code ?? error?.code ?? null;

/** A page to open, or else a secret with which the storefront's Stripe.js goes on. */
const nextActionOf = ({
  next_action: action,
  client_secret: secret,
}: Stripe.PaymentIntent): NextAction | null => {
  const url = action?.redirect_to_url?.url;
  if (url) return { kind: "REDIRECT", url };
  return secret === null ? null : { kind: "CONFIRM", token: secret };
};

const heldUntil = (charge: Stripe.Charge): Date => {
  const before = charge.payment_method_details?.card?.capture_before;
  return before === undefined
    ? new Date(charge.created * 1_000 + HELD_FOR_MS)
    : new Date(before * 1_000);
};

const REFUND_STATES: Readonly<Record<string, GatewayRefundState>> = {
  succeeded: "SUCCEEDED",
  failed: "FAILED",
  canceled: "CANCELLED",
};

const presentRefund = (refund: Stripe.Refund): GatewayRefund => {
  // `pending` and `requires_action` are not decided yet.
  const state = REFUND_STATES[refund.status ?? ""] ?? "PENDING";
  return {
    reference: refund.id,
    key: refund.metadata?.[METADATA.key] ?? null,
    amount: amountOfCharge(refund.amount, refund.currency),
    state,
    failure: state === "FAILED" ? (refund.failure_reason ?? "unknown") : null,
  };
};

const DISPUTE_STATES: Readonly<Record<string, DisputeState>> = {
  won: "WON",
  warning_closed: "WON",
  prevented: "WON",
  lost: "LOST",
};

const presentDispute = (dispute: Stripe.Dispute): GatewayDispute => ({
  reference: dispute.id,
  amount: amountOfCharge(dispute.amount, dispute.currency),
  state: DISPUTE_STATES[dispute.status] ?? "OPEN",
  reason: dispute.reason,
});
