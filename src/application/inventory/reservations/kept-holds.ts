import type { VariantId } from "../../../domain/catalog/ids.js";
import type { RequestedUnits } from "../../../domain/inventory/allocate-units.js";
import { keepUnits } from "../../../domain/inventory/keep-units.js";
import type { InventoryStores } from "../ports/stock-items.js";
import {
  compareStockKeys,
  type LockedReservations,
  type StockKey,
  type StoredReservation,
} from "../ports/stock-units.js";
import type { PlannedUnits, ReservationRequest } from "./reservation-plan.js";
import { endHolds } from "./movement-of.js";

type HoldStores = Pick<InventoryStores, "reservations" | "stockMovements">;

/** Holds of a buyer, and whose they are from now on. */
export interface HeldByBuyer extends LockedReservations {
  readonly request: Pick<ReservationRequest, "holder" | "isPaid">;
}

/** What becomes of them. */
export interface KeptHolds {
  /** The units that are kept. */
  readonly units: ReadonlyMap<VariantId, number>;
  /** Those of them whose reservations stay as they are. */
  readonly unchanged: ReadonlyMap<VariantId, number>;
  /** Reservations that end. */
  readonly ended: readonly StoredReservation[];
  /** What takes their places: 0 units where everything is given back. */
  readonly replaced: readonly PlannedUnits[];
}

/**
 * Locks what the buyer holds, and moves its end: from then on nobody else can get the units, even if their time
 * had passed.
 */
export const lockHolds = async (
  { reservations }: Pick<HoldStores, "reservations">,
  request: ReservationRequest,
): Promise<HeldByBuyer> => {
  const found: StoredReservation[] = [];
  let isFollowed = false;
  for (const holder of (request.priorHolders ?? []).toSorted()) {
    const held = await reservations.lockHeld(holder);
    if (held.reservations.length > 0) await reservations.extend(holder, request.expiresAt);
    found.push(...held.reservations);
    isFollowed ||= held.isFollowed;
  }
  return { reservations: found, isFollowed, request };
};

/** Which holds the lines still need. Nothing is written. */
export const keptHolds = (
  lines: readonly RequestedUnits[],
  { reservations, request }: HeldByBuyer,
  serves: (key: StockKey) => boolean,
): KeptHolds => {
  const [units, unchanged] = [new Map<VariantId, number>(), new Map<VariantId, number>()];
  const ended: StoredReservation[] = [];
  const replaced: PlannedUnits[] = [];
  for (const { variantId, locationId, held, kept } of keepUnits(lines, reservations, serves)) {
    const own = reservations.filter(
      (one) => compareStockKeys(one, { variantId, locationId }) === 0,
    );
    const stays =
      held === kept && !request.isPaid && own.every(({ holder }) => holder === request.holder);
    addTo(units, variantId, kept);
    if (stays) addTo(unchanged, variantId, kept);
    else {
      ended.push(...own);
      // They were available to this buyer before, also when they were a backorder.
      replaced.push({ variantId, locationId, quantity: kept, released: held, isBackorder: true });
    }
  }
  return { units, unchanged, ended, replaced };
};

/** Ends the holds that do not stay. @returns what takes their places, except for its counters */
export const rearrange = async (
  stores: HoldStores,
  { ended, replaced }: KeptHolds,
): Promise<readonly PlannedUnits[]> => {
  await endHolds(stores, ended, "RELEASED");
  return replaced;
};

const addTo = (sums: Map<VariantId, number>, variant: VariantId, quantity: number): void => {
  sums.set(variant, (sums.get(variant) ?? 0) + quantity);
};
