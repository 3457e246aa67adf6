import { Aggregate } from "../shared/aggregate.js";
import { text } from "../shared/text.js";
import type { CancelReason } from "./cancel-reason.js";
import { checkOrderContent } from "./check-order-content.js";
import { OrderNotCancellable } from "./errors.js";
import type { OrderEvent } from "./events.js";
import type { OrderId } from "./ids.js";
import type { OrderActor } from "./order-actor.js";
import type { OrderContent } from "./order-content.js";
import type { OrderDraft } from "./order-draft.js";
import {
  allowedActions,
  type FulfilmentStatus,
  type OrderState,
  type OrderStep,
  type PaymentStatus,
  stateAfter,
  stateAt,
} from "./order-states.js";
import type { TimelineEntry } from "./timeline-entry.js";

/** What people and machines know an order by. */
export interface OrderNames {
  readonly id: OrderId;
  /** For people. Does not tell how many orders there are. */
  readonly number: string;
  /** The hash of the link with which a guest sees the order. */
  readonly linkHash: string;
}

export interface OrderSnapshot extends OrderNames {
  readonly cartId: string;
  readonly state: OrderState;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly content: OrderContent;
  readonly paymentMethod: string | null;
  /** From then on the unpaid order is expired. Null for an order that waits for nothing, or without end. */
  readonly reservationEndsAt: Date | null;
  readonly cancelReason: CancelReason | null;
  readonly version: number;
  readonly placedAt: Date;
  readonly updatedAt: Date;
}

/** The promise made to a buyer: frozen content, and a state that moves by its table. */
export class Order extends Aggregate<OrderEvent> {
  #entries: TimelineEntry[] = [];

  private constructor(private state: OrderSnapshot) {
    super();
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
    const said =
      note === null ? null : text(note, { what: "A note", max: MAX_NOTE, multiline: true });
    const current = stateAt(this.state, now);
    const blockedBy = allowedActions(current).find(({ action }) => action === "CANCEL")?.blockedBy;
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

  private change(step: OrderStep, now: Date, more: Partial<OrderSnapshot> = {}): void {
    const version = this.state.version + 1;
    // No step leads back to an order that waits.
    this.state = { ...this.state, ...more, reservationEndsAt: null, version, updatedAt: now };
    this.move(step);
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
  ): void {
    this.#entries.push({ kind, at, by, note });
  }
}

export const MAX_NOTE = 1000;
