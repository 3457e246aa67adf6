import type { Book } from "./book.js";
import { isCharged, refundedOf, type SandboxPayment } from "./payment.js";
import { presentPayment } from "./present-payment.js";

const MOST = 5_000;

/**
 * A part of the ledger, in the order in which payments were started.
 * @param after the reference of the last payment of the part before; null for the first part
 * @param origin of the sandbox, for its pages
 */
export const ledgerPage = (
  book: Book,
  { after, first, origin }: { after: string | null; first: number; origin: string },
) => {
  const all = [...book.payments.keys()];
  const start = after === null ? 0 : all.indexOf(after) + 1;
  const size = Number.isInteger(first) && first > 0 ? Math.min(first, MOST) : MOST;
  const page = all.slice(start, start + size).flatMap((one) => book.payments.get(one) ?? []);
  const next = start + size < all.length ? (page.at(-1)?.reference ?? null) : null;
  return ledgerOf(book, page, next, origin);
};

/** The payments that were started last, the last first. */
export const newestPayments = (book: Book, count: number, origin: string) => {
  const size = Number.isInteger(count) && count > 0 ? Math.min(count, MOST) : MOST;
  const page = [...book.payments.values()].slice(-size).toReversed();
  return ledgerOf(book, page, null, origin);
};

const ledgerOf = (
  book: Book,
  page: readonly SandboxPayment[],
  next: string | null,
  origin: string,
) => ({
  now: new Date(book.now()).toISOString(),
  payments: page.map((payment) => ledgerEntry(payment, origin)),
  /** Where the next part begins; null at the end. */
  next,
  totals: totalsOf([...book.payments.values()]),
  webhooks: { ...book.webhooks, events: book.events.size, unsent: book.unsent.size },
});

/** The whole truth about a payment, and what helps to read a ledger. */
const ledgerEntry = (payment: SandboxPayment, origin: string) => ({
  ...presentPayment(payment, origin),
  orderNumber: payment.orderNumber,
  token: payment.token,
  isCharged: isCharged(payment),
  refunded: refundedOf(payment),
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
