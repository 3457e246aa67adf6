import type { OrderActor } from "./order-actor.js";

export const TIMELINE_KINDS = [
  "PLACED",
  "CONFIRMED",
  "CANCELLED",
  "EXPIRED",
  "REOPENED",
  "TOTAL_CHANGED",
  "PAYMENT_AUTHORISED",
  "PAYMENT_CAPTURED",
  "PAYMENT_DECLINED",
  "PAYMENT_CANCELLED",
  "PAYMENT_EXPIRED",
  "PAYMENT_REFUNDED",
  "REFUND_FAILED",
  "PAYMENT_DISPUTED",
  "PAYMENT_FLAGGED",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What happened to an order. Entries are only added. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly at: Date;
  readonly by: OrderActor;
  /** What the one who did it says about it, or the code of a gateway. */
  readonly note: string | null;
  /** Minor units of the currency of the order; null for what moves no money. */
  readonly amount: number | null;
}
