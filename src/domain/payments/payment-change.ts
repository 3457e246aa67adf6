import type { PaymentEvent } from "./events.js";
import type { PaymentSnapshot } from "./payment-snapshot.js";
import { summed, type PaymentTransaction } from "./payment-transaction.js";
import { mayRefundMove, type Refund } from "./refund.js";

type WithoutNames<Event> = Event extends unknown
  ? Omit<Event, "paymentId" | "orderId" | "version">
  : never;
/** An event before it has the names and the version of its payment. */
export type PaymentHappening = WithoutNames<PaymentEvent>;

/** A payment while it changes: its sums follow from the transactions that are added. */
export class PaymentChange {
  readonly transactions: PaymentTransaction[] = [];
  readonly happenings: PaymentHappening[] = [];

  constructor(
    public next: PaymentSnapshot,
    private readonly now: Date,
  ) {}

  set(fields: Partial<PaymentSnapshot>): void {
    this.next = { ...this.next, ...fields };
  }

  tell(happening: PaymentHappening): void {
    this.happenings.push(happening);
  }

  move(
    kind: PaymentTransaction["kind"],
    amount: number,
    refundId: PaymentTransaction["refundId"] = null,
  ): void {
    if (amount <= 0) return;
    this.transactions.push({ kind, amount, at: this.now, refundId });
    this.set(summed(this.next, { kind, amount }));
  }

  flag(kind: PaymentSnapshot["flags"][number]["kind"], found: string): void {
    const { flags } = this.next;
    if (flags.some((one) => one.kind === kind && one.found === found)) return;
    this.set({ flags: [...flags, { kind, found, at: this.now }] });
    this.tell({ type: "payments.payment-flagged", flag: kind });
  }

  /** Adds a refund, or replaces the one with its id; its money moves by its state. */
  saveRefund(refund: Refund): void {
    const { refunds, amount } = this.next;
    const before = refunds.find(({ id }) => id === refund.id);
    const moves = before === undefined || mayRefundMove(before.state, refund.state);
    const state = before && !moves ? before.state : refund.state;
    const after = { ...refund, state };
    this.set({
      refunds: before
        ? refunds.map((one) => (one.id === refund.id ? after : one))
        : [...refunds, after],
    });
    if (before?.state === state) return;
    const fact = { amount: refund.amount, currency: amount.currency, refundId: refund.id };
    if (state === "SUCCEEDED") {
      this.move("REFUNDED", refund.amount, refund.id);
      this.tell({ type: "payments.payment-refunded", ...fact });
    }
    if (state !== "FAILED") return;
    if (before?.state === "SUCCEEDED") this.move("REFUND_REVERSED", refund.amount, refund.id);
    this.tell({ type: "payments.refund-failed", ...fact, failure: refund.failure });
  }
}
