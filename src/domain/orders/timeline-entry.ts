import type { OrderActor } from "./order-actor.js";

export const TIMELINE_KINDS = ["PLACED", "CONFIRMED", "CANCELLED", "EXPIRED"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What happened to an order. Entries are only added. */
export interface TimelineEntry {
  readonly kind: TimelineKind;
  readonly at: Date;
  readonly by: OrderActor;
  /** What the one who did it says about it. */
  readonly note: string | null;
}
