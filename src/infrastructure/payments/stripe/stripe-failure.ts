import type Stripe from "stripe";
import { GatewayError } from "../../../application/payments/ports/payment-gateway.js";
import { wasNotSent } from "../was-not-sent.js";

/** What the SDK throws, by its name: the SDK is not loaded to look at an error. */
interface StripeProblem {
  readonly type: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly statusCode?: number;
  readonly payment_intent?: Stripe.PaymentIntent;
  /** Of a connection: the error of the system. */
  readonly detail?: unknown;
}

const isProblem = (error: unknown): error is StripeProblem =>
  error instanceof Error && "type" in error && typeof error.type === "string";

/** What became of a call after which the SDK has thrown. */
export const stripeFailure = (error: unknown): GatewayError => {
  if (error instanceof GatewayError) return error;
  if (!isProblem(error)) return failed("UNKNOWN", "no_answer", error);
  switch (error.type) {
    case "StripeConnectionError":
      return wasNotSent(error.detail)
        ? failed("NOT_SENT", "not_reached", error)
        : failed("UNKNOWN", "no_answer", error);
    // Stripe has not begun with it.
    case "StripeRateLimitError":
      return failed("NOT_SENT", error.code ?? "rate_limit", error);
    // The shop's mistake: the payment can be made when it is corrected.
    case "StripeAuthenticationError":
    case "StripePermissionError":
      return failed("NOT_SENT", error.code ?? "unauthenticated", error);
    case "StripeIdempotencyError":
      return failed("REFUSED", "idempotency_key_reused", error);
    case "StripeInvalidRequestError":
    case "StripeCardError":
      return failed("REFUSED", error.code ?? "invalid_request", error);
    // Also a concurrent call with the same key, with 409 and idempotency_key_in_use.
    default:
      return failed("UNKNOWN", error.code ?? `http_${error.statusCode ?? 0}`, error);
  }
};

// The error of the SDK has headers and bodies with data of the buyer, so it is no cause: causes are
// logged.
const failed = (failure: GatewayError["failure"], reason: string, error: unknown): GatewayError =>
  new GatewayError("stripe", failure, reason, {
    cause: isProblem(error) ? new Error(error.type) : error,
  });

/** The payment that a card was declined for: that is an answer, and no failure. */
export const declinedPayment = (error: unknown): Stripe.PaymentIntent | null =>
  isProblem(error) && error.type === "StripeCardError" ? (error.payment_intent ?? null) : null;

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isProblem(error) && codes.includes(error.code ?? "");
