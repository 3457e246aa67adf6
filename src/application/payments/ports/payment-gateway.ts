import type { GatewayAmount, GatewayPayment } from "../../../domain/payments/gateway-payment.js";

export {
  DISPUTE_STATES,
  GATEWAY_PAYMENT_STATES,
  GATEWAY_REFUND_STATES,
  type DisputeState,
  type GatewayAmount,
  type GatewayDispute,
  type GatewayPayment,
  type GatewayPaymentState,
  type GatewayRefund,
  type GatewayRefundState,
  type NextAction,
} from "../../../domain/payments/gateway-payment.js";

/** A payment that a gateway is asked to start. */
export interface PaymentRequest {
  /** Names order, attempt and amount, at most 255 characters. The same key never charges twice. */
  readonly key: string;
  readonly orderId: string;
  /** For people, on statements and receipts. */
  readonly orderNumber: string;
  readonly amount: GatewayAmount;
  /** Whether the money is taken at once; otherwise it is held until `capture`. */
  readonly capture: "AUTOMATIC" | "MANUAL";
  /** What the storefront got from the gateway for this buyer. Never a card number. */
  readonly token: string | null;
  /** Where a buyer comes back to after an action at the gateway. */
  readonly returnUrl: string | null;
  readonly email: string | null;
}

/** What a payment is found by at the gateway: its reference, or else our key. */
export interface GatewayPaymentId {
  /** Null when no answer has told it. */
  readonly reference: string | null;
  readonly key: string;
}

/** A part of the payments that a gateway knows. */
export interface GatewayPaymentPage {
  readonly payments: readonly GatewayPayment[];
  /** Leads to the next part; null at the end. */
  readonly next: string | null;
}

/** A part of the money of a payment that is to be taken or given back. */
export interface GatewayAmountRequest extends GatewayPaymentId {
  /** Of this request. The same key never acts twice. */
  readonly requestKey: string;
  readonly amount: GatewayAmount;
}

/** What a webhook tells: that something happened to a payment, which is then looked up. */
export interface GatewayNotice {
  /** The gateway's id of the event: a repeated one has the same. */
  readonly eventId: string;
  /** Null for an event that is about no payment. */
  readonly payment: GatewayPaymentId | null;
  readonly occurredAt: Date;
}

export interface WebhookRequest {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came: signatures are made over bytes. */
  readonly body: Uint8Array;
}

export interface GatewayAbilities {
  /** Whether an authorisation can be captured in several parts. */
  readonly severalCaptures: boolean;
}

/**
 * A service that holds, takes and gives back money. It is called outside of units of work only. Each
 * call ends by a deadline of its own, also when the signal is not aborted. A declined payment is an
 * answer; a call throws `GatewayError` alone.
 */
export interface PaymentGateway {
  /** Such as `sandbox` or `stripe`. */
  readonly key: string;
  readonly abilities: GatewayAbilities;
  authorise(request: PaymentRequest, signal?: AbortSignal): Promise<GatewayPayment>;
  capture(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment>;
  /** Releases what is held and not taken. A payment that cannot be cancelled any more is answered as it is. */
  cancel(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment>;
  refund(request: GatewayAmountRequest, signal?: AbortSignal): Promise<GatewayPayment>;
  /** Null when the gateway knows no such payment. */
  fetch(payment: GatewayPaymentId, signal?: AbortSignal): Promise<GatewayPayment | null>;
  /**
   * All payments that the gateway knows, in parts. Left out where it cannot list those of a shop.
   * @param after the cursor of the part before; null for the first part
   */
  list?(after: string | null, signal?: AbortSignal): Promise<GatewayPaymentPage>;
  /**
   * Checks the signature and the age of a webhook.
   * @param now is compared with the time that the webhook was signed at
   * @returns null when it is not from the gateway
   */
  readWebhook(request: WebhookRequest, now: Date): GatewayNotice | null;
}

export const GATEWAY_FAILURES = ["REFUSED", "UNKNOWN", "NOT_SENT"] as const;
/**
 * REFUSED: the gateway will not do it, and a repetition would not help. UNKNOWN: it may have been
 * done, such as after a timeout or an error 500. NOT_SENT: it was not done, because the gateway is
 * left alone for a while or could not be reached at all.
 */
export type GatewayFailure = (typeof GATEWAY_FAILURES)[number];

/** Why a call to a gateway brought no answer about the payment. */
export class GatewayError extends Error {
  constructor(
    readonly gateway: string,
    readonly failure: GatewayFailure,
    /** The gateway's code, such as `charge_disputed`; ours in lower case where it has none. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The payment gateway ${gateway} did not do it: ${reason} (${failure}).`, options);
    this.name = "GatewayError";
  }
}
