import type { OrderState } from "../orders/orders.js";
import type { NextAction } from "./gateway-payment.js";
import { heldOf, type PaymentSnapshot } from "./payment-snapshot.js";
import { promisedBack } from "./refund.js";

type Sums = Pick<PaymentSnapshot, "state" | "authorised" | "captured" | "refunds">;

/** What is held or was taken, and is not promised back, in minor units. */
export const coveredBy = (payments: readonly Sums[]): number =>
  payments.reduce((sum, one) => sum + one.captured - promisedBack(one.refunds) + heldOf(one), 0);

/** What is still to be paid of an order, in minor units. 0 unless it waits for its payment. */
export const amountDue = (
  { state, total }: { readonly state: OrderState; readonly total: number },
  payments: readonly Sums[],
): number => (state === "AWAITING_PAYMENT" ? Math.max(total - coveredBy(payments), 0) : 0);

/**
 * What the buyer has to do so that the latest payment of an order goes on.
 * @param payments by attempt
 */
export const nextActionOf = (
  state: OrderState,
  payments: readonly Pick<PaymentSnapshot, "state" | "nextAction" | "call">[],
): NextAction | null => {
  const latest = payments.at(-1);
  const waits = state === "AWAITING_PAYMENT" && latest?.state === "REQUIRES_ACTION";
  return waits && latest.call === null ? latest.nextAction : null;
};
