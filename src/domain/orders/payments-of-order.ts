import type { PaymentStatus } from "./order-states.js";

/** What an order knows of one of its payments. Amounts in minor units of its currency. */
export interface PaymentOfOrder {
  readonly captured: number;
  readonly refunded: number;
  /** What is held and not taken. */
  readonly held: number;
  /** What of that is about to be released or given back. */
  readonly leaving: number;
  /** Whether it is not known yet what comes of it. */
  readonly isOpen: boolean;
  /** Whether it was declined, or its time was over. */
  readonly hasFailed: boolean;
}

export interface PaymentsOfOrder {
  readonly status: PaymentStatus;
  readonly isOpen: boolean;
  /** Whether what is held or was taken, and stays, covers the total. */
  readonly isCovered: boolean;
}

/** What has been paid of an order. @param total in minor units @param payments by attempt */
export const paymentsOfOrder = (
  total: number,
  payments: readonly PaymentOfOrder[],
): PaymentsOfOrder => {
  const sum = (of: (payment: PaymentOfOrder) => number): number =>
    payments.reduce((units, payment) => units + of(payment), 0);
  const captured = sum((one) => one.captured);
  const refunded = sum((one) => one.refunded);
  const held = sum((one) => one.held);
  const isOpen = payments.some((one) => one.isOpen);
  return {
    isOpen,
    isCovered: captured - refunded + held - sum((one) => one.leaving) >= total,
    status: statusOf(),
  };

  function statusOf(): PaymentStatus {
    if (total === 0) return "PAID";
    if (refunded > 0 && refunded >= captured && held === 0) return "REFUNDED";
    if (captured - refunded >= total) return "PAID";
    if (refunded > 0) return "PARTIALLY_REFUNDED";
    if (captured > 0) return "PARTIALLY_PAID";
    if (held >= total) return "AUTHORISED";
    if (held > 0) return "PARTIALLY_PAID";
    return !isOpen && payments.at(-1)?.hasFailed ? "FAILED" : "PENDING";
  }
};
