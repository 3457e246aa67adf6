/** An amount of money in minor units of its currency. */
export interface GatewayAmount {
  readonly minorUnits: number;
  /** ISO 4217. */
  readonly currency: string;
}

export const GATEWAY_PAYMENT_STATES = [
  "PENDING",
  "REQUIRES_ACTION",
  "AUTHORISED",
  "CAPTURED",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
] as const;
export type GatewayPaymentState = (typeof GATEWAY_PAYMENT_STATES)[number];

export const GATEWAY_REFUND_STATES = ["PENDING", "SUCCEEDED", "FAILED", "CANCELLED"] as const;
export type GatewayRefundState = (typeof GATEWAY_REFUND_STATES)[number];

export const DISPUTE_STATES = ["OPEN", "WON", "LOST"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** What the buyer has to do: open a page, or let the storefront's program confirm with a token. */
export type NextAction =
  | { readonly kind: "REDIRECT"; readonly url: string }
  | { readonly kind: "CONFIRM"; readonly token: string };

export interface GatewayRefund {
  readonly reference: string;
  /** The `requestKey`; null for a refund that was made at the gateway itself. */
  readonly key: string | null;
  readonly amount: GatewayAmount;
  readonly state: GatewayRefundState;
  /** The reason of the gateway; null unless it failed. */
  readonly failure: string | null;
}

export interface GatewayDispute {
  readonly reference: string;
  readonly amount: GatewayAmount;
  readonly state: DisputeState;
  /** The reason of the gateway. */
  readonly reason: string | null;
}

/**
 * The whole truth about a payment at a moment, as the gateway knows it. Every answer, webhook and
 * look-up brings one, so that their order does not matter.
 */
export interface GatewayPayment {
  readonly reference: string;
  /** Ours, as the gateway has kept it; null when it was not started by Plinth. */
  readonly key: string | null;
  /** As the gateway has kept it. */
  readonly orderId: string | null;
  readonly amount: GatewayAmount;
  readonly state: GatewayPaymentState;
  /** Minor units that are or were held, in all. */
  readonly authorised: number;
  /** Minor units that were taken, in all; at most what was authorised. */
  readonly captured: number;
  /** When money that is held is released unless it is taken; null when unknown, or none is held. */
  readonly authorisedUntil: Date | null;
  readonly nextAction: NextAction | null;
  /** The gateway's code for a declined payment, such as `insufficient_funds`. */
  readonly declineCode: string | null;
  /** All of them. */
  readonly refunds: readonly GatewayRefund[];
  readonly disputes: readonly GatewayDispute[];
}
