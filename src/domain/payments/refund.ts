import { GATEWAY_REFUND_STATES, type GatewayRefundState } from "./gateway-payment.js";
import type { RefundId } from "./ids.js";

export const REFUND_STATES = GATEWAY_REFUND_STATES;
export type RefundState = GatewayRefundState;

export const REFUND_REASONS = [
  "STAFF",
  "ORDER_CANCELLED",
  "ORDER_EXPIRED",
  "EXCESS",
  "GATEWAY",
] as const;
/**
 * Why money is given back. EXCESS: more was paid than the order costs. GATEWAY: it was given back at
 * the gateway itself.
 */
export type RefundReason = (typeof REFUND_REASONS)[number];

/** Money of a payment that goes back to the buyer. */
export interface Refund {
  /** Also the key with which the gateway is called. */
  readonly id: RefundId;
  /** Minor units of the currency of the payment. */
  readonly amount: number;
  readonly state: RefundState;
  readonly reason: RefundReason;
  /** What staff say about it. */
  readonly note: string | null;
  /** The gateway's; null until it has answered. */
  readonly reference: string | null;
  /** Why it failed, by the gateway; null unless it did. */
  readonly failure: string | null;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
}

const TRANSITIONS: Readonly<Record<RefundState, readonly RefundState[]>> = {
  PENDING: ["SUCCEEDED", "FAILED", "CANCELLED"],
  // Days later.
  SUCCEEDED: ["FAILED"],
  FAILED: [],
  CANCELLED: [],
};

export const mayRefundMove = (from: RefundState, to: RefundState): boolean =>
  TRANSITIONS[from].includes(to);

/** What has gone back or may still go back, in minor units. */
export const promisedBack = (refunds: readonly Refund[]): number =>
  refunds
    .filter(({ state }) => state === "PENDING" || state === "SUCCEEDED")
    .reduce((sum, { amount }) => sum + amount, 0);
