import type { OrderId } from "../orders/ids.js";
import type { GatewayAmount } from "./gateway-payment.js";
import type { PaymentId } from "./ids.js";
import type { CaptureMode } from "./method-content.js";
import { pauseAfter } from "./next-call.js";
import type { PaymentSnapshot } from "./payment-snapshot.js";

/** What a payment is started with. */
export interface PaymentStart {
  readonly id: PaymentId;
  readonly orderId: OrderId;
  readonly attempt: number;
  readonly method: string;
  /** Null: it comes outside of the shop. */
  readonly gateway: string | null;
  readonly capture: CaptureMode;
  readonly amount: GatewayAmount;
  readonly token: string | null;
  readonly returnUrl: string | null;
}

/** A payment of which nothing is known. @throws RangeError unless there is something to pay */
export const startedPayment = (from: PaymentStart, now: Date): PaymentSnapshot => {
  const { minorUnits, currency } = from.amount;
  if (!Number.isSafeInteger(minorUnits) || minorUnits <= 0)
    throw new RangeError("A payment is of at least one minor unit.");
  return {
    ...from,
    key: `${from.orderId}-${from.attempt}-${minorUnits}${currency}`,
    state: "PENDING",
    authorised: 0,
    captured: 0,
    refunded: 0,
    reference: null,
    nextAction: null,
    declineCode: null,
    authorisedUntil: null,
    call: null,
    refunds: [],
    disputes: [],
    flags: [],
    dueAt: from.gateway === null ? null : new Date(now.getTime() + pauseAfter(0)),
    checks: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
};
