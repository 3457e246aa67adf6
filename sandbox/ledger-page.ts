import type { Book } from "./book.js";
import { isCharged, refundedOf, type SandboxPayment } from "./payment.js";

const MOST = 5_000;

/**
 * A part of the ledger, in the order in which payments were started.
 * @param after the reference of the last payment of the part before; null for the first part
 */
export const ledgerPage = (book: Book, after: string | null, first: number) => {
  const all = [...book.payments.keys()];
  const start = after === null ? 0 : all.indexOf(after) + 1;
  const size = Number.isInteger(first) && first > 0 ? Math.min(first, MOST) : MOST;
  const page = all.slice(start, start + size).flatMap((one) => book.payments.get(one) ?? []);
  const next = start + size < all.length ? (page.at(-1)?.reference ?? null) : null;
  return ledgerOf(book, page, next);
};

/** The payments that were started last, the last first. */
export const newestPayments = (book: Book, count: number) => {
  const size = Number.isInteger(count) && count > 0 ? Math.min(count, MOST) : MOST;
  const page = [...book.payments.values()].slice(-size).toReversed();
  return ledgerOf(book, page, null);
};

const ledgerOf = (book: Book, page: readonly SandboxPayment[], next: string | null) => ({
  now: new Date(book.now()).toISOString(),
  payments: page.map(ledgerEntry),
  /** Where the next part begins; null at the end. */
  next,
  totals: totalsOf([...book.payments.values()]),
  webhooks: { ...book.webhooks, events: book.events.size, unsent: book.unsent.size },
});

/** What a doctor compares with the payments of the shop. */
const ledgerEntry = (payment: SandboxPayment) => ({
  reference: payment.reference,
  key: payment.key,
  orderId: payment.orderId,
  orderNumber: payment.orderNumber,
  amount: payment.amount,
  token: payment.token,
  state: payment.state,
  isCharged: isCharged(payment),
  authorised: payment.authorised,
  captured: payment.captured,
  refunded: refundedOf(payment),
  declineCode: payment.declineCode,
  refunds: payment.refunds,
  disputes: payment.disputes,
  authorisedUntil:
    payment.authorisedUntil === null ? null : new Date(payment.authorisedUntil).toISOString(),
});

const totalsOf = (payments: readonly SandboxPayment[]) => {
  const charges = new Map<string, number>();
  for (const payment of payments)
    if (isCharged(payment) && payment.orderId !== null)
      charges.set(payment.orderId, (charges.get(payment.orderId) ?? 0) + 1);
  return {
    payments: payments.length,
    charges: payments.filter(isCharged).length,
    /** Orders for which money was held or taken, and those for which it was more than once. */
    ordersCharged: charges.size,
    ordersChargedTwice: [...charges.values()].filter((count) => count > 1).length,
  };
};
