import {
  compareStockKeys,
  type LockedReservations,
  type Reservation,
  type StoredReservation,
  type UnitsChange,
} from "../ports/stock-units.js";
import { followUnits, type FollowedUnits } from "./follow-units.js";
import { endHolds, movementOf } from "./movement-of.js";
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

/** Gives back everything that an order holds or has claimed, because it is cancelled. */
export const returnStock = async (stores: ReservationStores, holder: string): Promise<void> => {
  const held = await stores.reservations.lockHeld(holder);
  const claimed = await stores.reservations.lockClaimed(holder);
  await endHolds(stores, held.reservations, "RELEASED");
  if (claimed.reservations.length > 0) {
    await stores.reservations.giveUp(claimed.reservations);
    await stores.stockMovements.append(
      claimed.reservations.map((one) => movementOf(one, "RELEASED", 0, -1)),
    );
  }
  const isFollowed = held.isFollowed || claimed.isFollowed;
  const changes = changesOf([
    ...held.reservations.map((one) => ({ ...one, reserved: -1, claimed: 0 })),
    ...claimed.reservations.map((one) => ({ ...one, reserved: 0, claimed: -1 })),
  ]);
  await changeUnits(stores, changes, isFollowed, true);
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
  const claimed = state === "CLAIMED" ? 1 : 0;
  const changes = changesOf(reservations.map((one) => ({ ...one, reserved: -1, claimed })));
  // What is claimed was not available before, either.
  await changeUnits(stores, changes, isFollowed, state === "RELEASED");
};

const changeUnits = async (
  stores: ReservationStores,
  changes: readonly UnitsChange[],
  isFollowed: boolean,
  isAvailableAgain: boolean,
): Promise<void> => {
  const followed: FollowedUnits = { changed: new Set(), crossings: [], isFollowed };
  for (const change of changes) {
    const outcome = await stores.stockUnits.change(change);
    if (isAvailableAgain) followed.changed.add(change.variantId);
    if (outcome !== "MADE" && outcome !== "REFUSED") followed.crossings.push(outcome);
  }
  await followUnits(stores, followed);
};

/** A reservation with the signs by which its units change what is reserved and claimed. */
interface EndedReservation extends StoredReservation {
  readonly reserved: number;
  readonly claimed: number;
}

const changesOf = (ended: readonly EndedReservation[]): readonly UnitsChange[] => {
  const changes = new Map<string, UnitsChange>();
  for (const { variantId, locationId, quantity, reserved, claimed } of ended) {
    const key = `${variantId} ${locationId}`;
    const earlier = changes.get(key);
    changes.set(key, {
      variantId,
      locationId,
      reservedBy: (earlier?.reservedBy ?? 0) + reserved * quantity,
      claimedBy: (earlier?.claimedBy ?? 0) + claimed * quantity,
      isGuarded: false,
    });
  }
  return [...changes.values()].toSorted(compareStockKeys);
};
