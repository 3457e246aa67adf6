import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockEvent } from "../../../domain/inventory/events.js";
import type { LocationId } from "../../../domain/inventory/ids.js";
import type { AvailabilityChange } from "../../../domain/inventory/stock-crossings.js";
import type { StockMovement } from "../../../domain/inventory/stock-movement.js";
import type { ServingLocation } from "./choose-locations.js";

/** The units of a variant at a location. */
export interface StockKey {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
}

/** What can be sold of a variant at an open location, as far as a look without a lock can tell. */
export interface SellableUnits extends StockKey {
  /** On hand − reserved − claimed − safety. */
  readonly available: number;
  /** Reserved units whose time has passed: they can be sold too. */
  readonly expired: number;
  readonly location: ServingLocation;
}

/** What was found of some variants without a lock. */
export interface StockLook {
  readonly units: readonly SellableUnits[];
  /** Whether an automated collection may ask for stock. */
  readonly isFollowed: boolean;
}

/** Units that move within a stock item; each is a difference. */
export interface UnitsChange extends StockKey {
  readonly reservedBy: number;
  readonly claimedBy: number;
  /** Whether the change is refused when fewer units are available than it needs. */
  readonly isGuarded: boolean;
}

/**
 * What came of a change of units: refused by its guard, or made. A change that crossed neither zero
 * nor the threshold for low stock has nothing to tell.
 */
export type UnitsOutcome = "REFUSED" | "MADE" | AvailabilityChange;

/**
 * The units of stock items as counters that many buyers change at once. They are changed last before
 * the commit, in the order of `compareStockKeys`, by one conditional UPDATE each.
 */
export interface StockUnits {
  look(variants: readonly VariantId[], now: Date): Promise<StockLook>;
  /** The statement repeats the decision: it is guarded by what is available, not by a version. */
  change(change: UnitsChange): Promise<UnitsOutcome>;
  /** Stores the events of units that were changed. */
  announce(events: readonly StockEvent[]): Promise<void>;
}

/** A stock item as the key of a map. */
export const stockKeyText = ({ variantId, locationId }: StockKey): string =>
  `${variantId} ${locationId}`;

/** The order in which stock items are changed. */
export const compareStockKeys = (a: StockKey, b: StockKey): number =>
  compare(a.variantId, b.variantId) || compare(a.locationId, b.locationId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Units that are held for a buyer, or claimed by one who has paid. */
export interface Reservation extends StockKey {
  /** The id of the cart or the order. */
  readonly holder: string;
  readonly quantity: number;
}

export interface StoredReservation extends Reservation {
  readonly key: number;
}

/** Reservations that were locked. */
export interface LockedReservations {
  /** By their keys. */
  readonly reservations: readonly StoredReservation[];
  /** Whether an automated collection may ask for stock. */
  readonly isFollowed: boolean;
}

/** What buyers are promised: HELD until a time, then CLAIMED or RELEASED. */
export interface Reservations {
  /** @param until null: until they are claimed or released */
  add(
    reservations: readonly Reservation[],
    state: "HELD" | "CLAIMED",
    until: Date | null,
  ): Promise<void>;
  /** Locks those of a holder that are held, also those whose time has passed. */
  lockHeld(holder: string): Promise<LockedReservations>;
  /** Locks those of a holder that are claimed. */
  lockClaimed(holder: string): Promise<LockedReservations>;
  /** Locks some whose time has passed, the oldest first. @param of left out: of any stock item */
  lockExpired(now: Date, limit: number, of?: StockKey): Promise<LockedReservations>;
  /** Ends the hold of locked reservations. */
  settle(reservations: readonly StoredReservation[], state: "CLAIMED" | "RELEASED"): Promise<void>;
  /** Releases locked reservations that are claimed. */
  giveUp(reservations: readonly StoredReservation[]): Promise<void>;
  /** Releases what the same unit of work has added. */
  withdraw(reservation: Reservation): Promise<void>;
  /** Moves the end of the holds of a holder. @returns how many there are */
  extend(holder: string, until: Date | null): Promise<number>;
  /** Removes some that ended before a time. @returns how many, at most the limit */
  removeEnded(state: "CLAIMED" | "RELEASED", before: Date, limit: number): Promise<number>;
}

/** The stock ledger: entries are added, never changed. */
export interface StockMovements {
  append(movements: readonly StockMovement[]): Promise<void>;
}
