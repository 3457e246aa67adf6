import { Aggregate } from "../shared/aggregate.js";
import { withPath } from "../shared/domain-error.js";
import { text } from "../shared/text.js";
import type { CancelReason } from "./cancel-reason.js";
import { checkOrderContent } from "./check-order-content.js";
import { OrderNotCancellable, OrderNotRevisable } from "./errors.js";
import type { OrderEvent } from "./events.js";
import type { OrderId } from "./ids.js";
import type { OrderActor } from "./order-actor.js";
import type { OrderContent } from "./order-content.js";
import type { OrderDraft } from "./order-draft.js";
import type { OrderNames, OrderSnapshot } from "./order-snapshot.js";
import { allowedActions, type OrderStep, stateAfter, stateAt } from "./order-states.js";
import { paymentsOfOrder, type PaymentOfOrder } from "./payments-of-order.js";
import type { TimelineEntry } from "./timeline-entry.js";

/** Something that happened to a payment, as the timeline keeps it. */
export type PaymentEntry = Omit<TimelineEntry, "at">;

export type { OrderNames, OrderSnapshot } from "./order-snapshot.js";

/** The promise made to a buyer: frozen content, and a state that moves by its table. */
export class Order extends Aggregate<OrderEvent> {
  #entries: TimelineEntry[] = [];
  #isRevised = false;
  readonly #storedVersion: number;

  private constructor(private state: OrderSnapshot) {
    super();
    this.#storedVersion = state.version;
  }

  /**
   * An order that costs nothing is confirmed at once; every other one waits to be paid.
   * @throws RangeError when the content does not add up
   */
  static place(names: OrderNames, draft: OrderDraft): Order {
    checkOrderContent(draft.content);
    const { total } = draft.content.quote.totals;
    const isFree = total.minorUnits === 0;
    const order = new Order({
      ...names,
      ...draft,
      state: "AWAITING_PAYMENT",
      paymentStatus: isFree ? "PAID" : "PENDING",
      fulfilmentStatus: "UNFULFILLED",
      reservationEndsAt: isFree ? null : draft.reservationEndsAt,
      cancelReason: null,
      isPaymentOpen: false,
      version: 1,
      updatedAt: draft.placedAt,
    });
    const { number, content } = order.state;
    order.record({
      type: "orders.order-placed",
      ...order.factsBy("BUYER"),
      number,
      market: content.market.key,
      total: total.minorUnits,
      currency: total.currency,
    });
    order.enter("PLACED", draft.placedAt, "BUYER");
    if (isFree) {
      order.move("CONFIRM");
      order.record({ type: "orders.order-confirmed", ...order.factsBy("SYSTEM") });
      order.enter("CONFIRMED", draft.placedAt, "SYSTEM");
    }
    return order;
  }

  static restore(snapshot: OrderSnapshot): Order {
    return new Order(snapshot);
  }

  get id(): OrderId {
    return this.state.id;
  }

  snapshot(): OrderSnapshot {
    return this.state;
  }

  /** The entries of the timeline that are not stored yet. */
  pullEntries(): readonly TimelineEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  /** @throws Refused with InvalidText, OrderNotCancellable */
  cancel(
    { reason, note }: { readonly reason: CancelReason; readonly note: string | null },
    by: OrderActor,
    now: Date,
  ): void {
    const said = note === null ? null : noteOf(note);
    const state = stateAt(this.state, now);
    const actions = allowedActions({ state, isPaymentOpen: this.state.isPaymentOpen }, by);
    const blockedBy = actions.find(({ action }) => action === "CANCEL")?.blockedBy;
    if (blockedBy) throw new OrderNotCancellable(this.state.number, blockedBy);
    this.change("CANCEL", now, { cancelReason: reason });
    this.record({ type: "orders.order-cancelled", ...this.factsBy(by), reason });
    this.enter("CANCELLED", now, by, said || null);
  }

  /** Ends the wait for a payment. @returns whether its time is over */
  expire(now: Date): boolean {
    if (this.state.state !== "AWAITING_PAYMENT" || stateAt(this.state, now) !== "EXPIRED")
      return false;
    this.change("EXPIRE", now);
    this.record({ type: "orders.order-expired", ...this.factsBy("SYSTEM") });
    this.enter("EXPIRED", now, "SYSTEM");
    return true;
  }

  /** What is held or was taken covers the total. Its units are claimed in the same unit of work. */
  confirm(now: Date): void {
    const isLate = this.state.state === "EXPIRED";
    this.change(isLate ? "REOPEN" : "CONFIRM", now);
    if (isLate) {
      this.record({ type: "orders.order-reopened", ...this.factsBy("SYSTEM") });
      this.enter("REOPENED", now, "SYSTEM");
    }
    this.record({ type: "orders.order-confirmed", ...this.factsBy("SYSTEM") });
    this.enter("CONFIRMED", now, "SYSTEM");
  }

  /**
   * Notes what has become of its payments.
   * @param payments all of them, by attempt
   * @param history what happened to them since
   */
  applyPayments(
    payments: readonly PaymentOfOrder[],
    history: readonly PaymentEntry[],
    now: Date,
  ): void {
    const { status, isOpen } = paymentsOfOrder(this.total, payments);
    const { paymentStatus, isPaymentOpen } = this.state;
    if (history.length === 0 && status === paymentStatus && isOpen === isPaymentOpen) return;
    this.replace(now, { paymentStatus: status, isPaymentOpen: isOpen });
    const facts = this.factsBy("SYSTEM");
    this.record({ type: "orders.order-payments-changed", ...facts, paymentStatus: status });
    for (const { kind, by, note, amount } of history) this.enter(kind, now, by, note, amount);
  }

  /** Whether what is held or was taken covers the total, and the order waits for it, or has waited. */
  isPaidBy(payments: readonly PaymentOfOrder[]): boolean {
    const { state } = this.state;
    const isWaiting = state === "AWAITING_PAYMENT" || state === "EXPIRED";
    return isWaiting && paymentsOfOrder(this.total, payments).isCovered;
  }

  /** The method with which the buyer tries to pay now. */
  payWith(method: string, now: Date): void {
    if (this.state.paymentMethod === method) return;
    this.replace(now, { paymentMethod: method });
    const { paymentStatus } = this.state;
    const facts = this.factsBy("SYSTEM");
    this.record({ type: "orders.order-payments-changed", ...facts, paymentStatus });
  }

  /**
   * Gives an unpaid order another content, and with it another total. Attempts to pay the old total are
   * cancelled in the same unit of work.
   * @throws OrderNotRevisable, RangeError when the content does not add up or is in another currency
   */
  revise(content: OrderContent, by: OrderActor, now: Date): void {
    checkOrderContent(content);
    const { quote } = this.state.content;
    const state = stateAt(this.state, now);
    if (state !== "AWAITING_PAYMENT") throw new OrderNotRevisable(this.state.number, state);
    if (content.quote.currency !== quote.currency)
      throw new RangeError("The currency of an order does not change.");
    this.replace(now, { content });
    this.#isRevised = true;
    const { total } = content.quote.totals;
    this.record({
      type: "orders.order-revised",
      ...this.factsBy(by),
      total: total.minorUnits,
      currency: total.currency,
    });
    this.enter("TOTAL_CHANGED", now, by, null, total.minorUnits);
  }

  /** Whether its content has another form than the stored one. */
  get isRevised(): boolean {
    return this.#isRevised;
  }

  /** Minor units. */
  get total(): number {
    return this.state.content.quote.totals.total.minorUnits;
  }

  private change(step: OrderStep, now: Date, more: Partial<OrderSnapshot> = {}): void {
    // No step leads back to an order that waits.
    this.replace(now, { ...more, reservationEndsAt: null });
    this.move(step);
  }

  /** All changes of one unit of work make one version. */
  private replace(now: Date, fields: Partial<OrderSnapshot>): void {
    const version = this.#storedVersion + 1;
    this.state = { ...this.state, ...fields, version, updatedAt: now };
  }

  private move(step: OrderStep): void {
    const to = stateAfter(this.state.state, step);
    if (to === null)
      throw new Error(`An order in the state ${this.state.state} does not ${step.toLowerCase()}.`);
    this.state = { ...this.state, state: to };
  }

  private factsBy(by: OrderActor) {
    return { orderId: this.id, version: this.state.version, by } as const;
  }

  private enter(
    kind: TimelineEntry["kind"],
    at: Date,
    by: OrderActor,
    note: string | null = null,
    amount: number | null = null,
  ): void {
    this.#entries.push({ kind, at, by, note, amount });
  }
}

export const MAX_NOTE = 1000;

const noteOf = (raw: string): string =>
  withPath(
    () => ["note"],
    () => text(raw, { what: "A note", max: MAX_NOTE, multiline: true }),
  );
