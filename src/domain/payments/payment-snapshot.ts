import type { OrderId } from "../orders/ids.js";
import type { GatewayAmount, GatewayDispute, NextAction } from "./gateway-payment.js";
import type { PaymentId } from "./ids.js";
import type { CaptureMode } from "./method-content.js";
import type { PaymentFlag } from "./payment-flag.js";
import type { PaymentState } from "./payment-states.js";
import type { PaymentSums } from "./payment-transaction.js";
import type { Refund } from "./refund.js";

/** What the gateway is to be called for, until its answer tells that it was done. */
export type WaitingCall =
  | {
      readonly kind: "CAPTURE";
      readonly key: string;
      /** Minor units. */
      readonly amount: number;
      /** What is captured in all when it was done, in minor units. */
      readonly target: number;
      readonly requestedAt: Date;
    }
  | { readonly kind: "CANCEL"; readonly requestedAt: Date };

/** One attempt to pay an order, or a part of it. */
export interface PaymentSnapshot extends PaymentSums {
  readonly id: PaymentId;
  readonly orderId: OrderId;
  /** 1 for the first payment of the order. */
  readonly attempt: number;
  /** The key of the payment method. */
  readonly method: string;
  /** The key of the gateway; null for money that came outside of the shop. */
  readonly gateway: string | null;
  readonly capture: CaptureMode;
  readonly amount: GatewayAmount;
  /** Names order, attempt and amount at the gateway. */
  readonly key: string;
  readonly state: PaymentState;
  /** The gateway's; null until it has answered. */
  readonly reference: string | null;
  /** Null unless the buyer has to do something. */
  readonly nextAction: NextAction | null;
  /** The gateway's code; null unless it was declined. */
  readonly declineCode: string | null;
  /** When held money is released unless it is taken; null when unknown, or none is held. */
  readonly authorisedUntil: Date | null;
  /** What the storefront got for the buyer. Kept only as long as it may have to be sent. */
  readonly token: string | null;
  readonly returnUrl: string | null;
  readonly call: WaitingCall | null;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly GatewayDispute[];
  readonly flags: readonly PaymentFlag[];
  /** When the gateway is called next; null when nothing is open. */
  readonly dueAt: Date | null;
  /** How often the gateway was called since something was new. */
  readonly checks: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is held and not taken, in minor units. */
export const heldOf = ({
  state,
  authorised,
  captured,
}: Pick<PaymentSnapshot, "state" | "authorised" | "captured">): number =>
  state === "AUTHORISED" ? authorised - captured : 0;
