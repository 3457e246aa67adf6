import type { VariantId } from "../catalog/ids.js";
import type { LocationId } from "./ids.js";

/** Why the figures of a stock item changed. */
export const MOVEMENT_KINDS = [
  "OPENING",
  "COUNTED",
  "IMPORTED",
  "ADJUSTED",
  "TRANSFERRED",
  "RESERVED",
  "RELEASED",
  "CLAIMED",
  "FULFILLED",
  "DISCARDED",
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * One entry of the stock ledger. On hand, reserved and claimed of a stock item are the sums of its
 * movements.
 */
export interface StockMovement {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly kind: MovementKind;
  readonly onHandBy: number;
  readonly reservedBy: number;
  readonly claimedBy: number;
  /** What staff entered. */
  readonly reason: string | null;
  /** The id of what caused it: an order, a transfer; of a cart its beginning, because its id is a secret. */
  readonly cause: string | null;
}

/** What the ledger says about a change of the units on hand. */
export interface MovementNote {
  readonly kind: MovementKind;
  readonly reason?: string | null;
  readonly cause?: string | null;
}
