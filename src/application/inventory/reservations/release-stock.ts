import {
  compareStockKeys,
  type LockedReservations,
  type Reservation,
  type StoredReservation,
  type UnitsChange,
} from "../ports/stock-units.js";
import { followUnits, type FollowedUnits } from "./follow-units.js";
import { endHolds } from "./movement-of.js";
import type { ReservationStores } from "./complete-reservation.js";

/** Gives back what a cart or an order holds. What is claimed stays. */
export const releaseStock = async (stores: ReservationStores, holder: string): Promise<void> =>
  settleHolds(stores, await stores.reservations.lockHeld(holder), "RELEASED");

/**
 * Claims what a cart or an order holds, because it is paid, also after its time as long as nobody
 * else has got the units.
 * @returns what was claimed: less than the order asks for when holds were released
 */
export const claimStock = async (
  stores: ReservationStores,
  holder: string,
): Promise<readonly Reservation[]> => {
  const locked = await stores.reservations.lockHeld(holder);
  await settleHolds(stores, locked, "CLAIMED");
  return locked.reservations;
};

/** Moves the end of what a cart or an order holds. @returns how many reservations there are */
export const extendReservations = (
  { reservations }: Pick<ReservationStores, "reservations">,
  holder: string,
  until: Date | null,
): Promise<number> => reservations.extend(holder, until);

/** Ends locked holds, then changes the counters of their stock items, in order. */
export const settleHolds = async (
  stores: ReservationStores,
  { reservations, isFollowed }: LockedReservations,
  state: "CLAIMED" | "RELEASED",
): Promise<void> => {
  await endHolds(stores, reservations, state);
  const followed: FollowedUnits = { changed: new Set(), crossings: [], isFollowed };
  for (const change of changesOf(reservations, state)) {
    const outcome = await stores.stockUnits.change(change);
    // What is claimed was not available before, either.
    if (state === "RELEASED") followed.changed.add(change.variantId);
    if (outcome !== "MADE" && outcome !== "REFUSED") followed.crossings.push(outcome);
  }
  await followUnits(stores, followed);
};

const changesOf = (
  reservations: readonly StoredReservation[],
  state: "CLAIMED" | "RELEASED",
): readonly UnitsChange[] => {
  const changes = new Map<string, UnitsChange>();
  for (const { variantId, locationId, quantity } of reservations) {
    const key = `${variantId} ${locationId}`;
    const earlier = changes.get(key);
    changes.set(key, {
      variantId,
      locationId,
      reservedBy: (earlier?.reservedBy ?? 0) - quantity,
      claimedBy: (earlier?.claimedBy ?? 0) + (state === "CLAIMED" ? quantity : 0),
      isGuarded: false,
    });
  }
  return [...changes.values()].toSorted(compareStockKeys);
};
