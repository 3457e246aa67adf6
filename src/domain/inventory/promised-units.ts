import type { StockMovement } from "./stock-movement.js";

/** A movement, and when it was recorded. */
export interface RecordedMovement extends Pick<
  StockMovement,
  "kind" | "onHandBy" | "reservedBy" | "claimedBy"
> {
  readonly movedAt: Date;
}

/** What the movements so far say about a stock item. */
export interface PromisedUnits {
  /** Reserved and claimed less on hand: above 0 the stock item is short. */
  readonly short: number;
  /** Units of the shortage that were promised when they were not on hand. */
  readonly oversold: number;
  /** When staff last took units away. */
  readonly takenAt: Date | null;
}

export const NOTHING_PROMISED: PromisedUnits = { short: 0, oversold: 0, takenAt: null };

// A unit of work writes its movements before it waits for the stock item, so their order is not
// always the order in which they took effect.
const SAME_MOMENT_MS = 60_000;

/**
 * Follows the ledger of a stock item, oldest movement first. A shortage is nobody's fault when a
 * count, an import, an adjustment or a transfer took the units away after they were promised.
 */
export const followPromises = (
  { short, oversold, takenAt }: PromisedUnits,
  { kind, onHandBy, reservedBy, claimedBy, movedAt }: RecordedMovement,
): PromisedUnits => {
  const next = short + reservedBy + claimedBy - onHandBy;
  const isPromise = kind === "RESERVED" || kind === "CLAIMED";
  const taken = !isPromise && kind !== "FULFILLED" && onHandBy < 0 ? movedAt : takenAt;
  const isExcused =
    taken !== null && Math.abs(movedAt.getTime() - taken.getTime()) <= SAME_MOMENT_MS;
  const raise = Math.max(next, 0) - Math.max(short, 0);
  const more = isPromise && !isExcused ? Math.max(raise, 0) : 0;
  return { short: next, oversold: Math.min(oversold + more, Math.max(next, 0)), takenAt: taken };
};
