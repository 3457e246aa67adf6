import { heldOf, type PaymentSnapshot } from "./payment-snapshot.js";
import { isOpenState } from "./payment-states.js";
import { promisedBack } from "./refund.js";

/** What is to be done with the money of a payment that the order does not need. */
export interface MoneyToReturn {
  readonly payment: PaymentSnapshot;
  /** CANCEL: release what is held, or give the attempt up. REFUND: give back what was taken. */
  readonly how: "CANCEL" | "REFUND";
  /** Minor units; 0 for an attempt that is given up. */
  readonly amount: number;
}

/**
 * What of the payments of an order is more than it needs: money that was taken is kept before money
 * that is held, and earlier attempts before later ones.
 * @param owed the total, or 0 for an order that has ended; minor units
 */
export const moneyToReturn = (
  owed: number,
  payments: readonly PaymentSnapshot[],
): readonly MoneyToReturn[] => {
  const byAttempt = payments.toSorted((a, b) => a.attempt - b.attempt);
  const found: MoneyToReturn[] = [];
  let left = owed;
  for (const payment of byAttempt) {
    const taken = payment.captured - promisedBack(payment.refunds);
    const excess = Math.max(taken - left, 0);
    left = Math.max(left - taken, 0);
    if (excess > 0) found.push({ payment, how: "REFUND", amount: excess });
  }
  for (const payment of byAttempt) {
    const held = heldOf(payment);
    const isNeeded = left > 0;
    if (held > 0) left = Math.max(left - held, 0);
    const isOpen = isOpenState(payment.state);
    if (isNeeded || (held === 0 && !isOpen) || payment.gateway === null) continue;
    if (payment.call === null) found.push({ payment, how: "CANCEL", amount: held });
  }
  return found;
};
