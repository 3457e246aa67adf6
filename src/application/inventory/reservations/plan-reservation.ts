import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  allocateUnits,
  type AllocatedUnits,
  type RequestedUnits,
  type StockShortage,
} from "../../../domain/inventory/allocate-units.js";
import { InvalidQuantity } from "../../../domain/inventory/errors.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import { units } from "../../../domain/inventory/stock-item.js";
import type { MovementKind, StockMovement } from "../../../domain/inventory/stock-movement.js";
import type { ChooseLocations, Destination } from "../ports/choose-locations.js";
import type { InventoryStores } from "../ports/stock-items.js";
import {
  compareStockKeys,
  type Reservation,
  type SellableUnits,
  type StockKey,
  type StoredReservation,
} from "../ports/stock-units.js";
import { offeredTo } from "./available-units.js";

export type PlanStores = Pick<
  InventoryStores,
  "stockUnits" | "reservations" | "stockMovements" | "locations"
>;

/** What a buyer is to be promised. */
export interface ReservationRequest {
  /** The id of the cart or the order that holds the units. */
  readonly holder: string;
  /** Several lines of a variant are added up. */
  readonly lines: readonly RequestedUnits[];
  readonly destination: Destination;
  /** When the hold ends by itself; null: never. */
  readonly expiresAt: Date | null;
  readonly now: Date;
  /** Whether the units are paid for, so that they are claimed at once. */
  readonly isPaid?: boolean;
  readonly chooseLocations?: ChooseLocations;
}

/** Units that a plan takes from one stock item. */
export interface PlannedUnits extends AllocatedUnits {
  /** The expired holds on it that the plan has ended: they make room. */
  readonly released: number;
}

/** A reservation that is written, except for the counters of its stock items. */
export interface ReservationPlan {
  readonly request: ReservationRequest;
  /** If there are any, nothing is written. */
  readonly shortages: readonly StockShortage[];
  /** In the order in which they are to be taken. */
  readonly units: readonly PlannedUnits[];
  readonly isFollowed: boolean;
}

/** The most expired holds that are ended for one stock item. */
const MOST_EXPIRED = 500;

/**
 * Looks without a lock whether there are enough units, and sends away buyers of what is sold out.
 * Then writes the reservations and their movements, which locks nobody. `completeReservation` follows
 * as the last step before the commit.
 * @throws InvalidQuantity
 */
export const planReservation = async (
  stores: PlanStores,
  request: ReservationRequest,
): Promise<ReservationPlan> => {
  const lines = summedUp(request.lines).filter(({ tracked }) => tracked);
  if (lines.length === 0) return { request, shortages: [], units: [], isFollowed: false };
  const look = await stores.stockUnits.look(
    lines.map(({ variantId }) => variantId),
    request.now,
  );
  const offered = offeredTo(request, look.units);
  const { units: allocated, shortages } = allocateUnits(
    lines,
    offered.map((one) => ({ ...one, available: one.available + one.expired })),
  );
  if (shortages.length > 0) return { request, shortages, units: [], isFollowed: look.isFollowed };
  if (!(await staysOpen(stores, allocated))) return planReservation(stores, request);
  const planned: PlannedUnits[] = [];
  for (const one of allocated.toSorted(compareStockKeys))
    planned.push({ ...one, released: await roomFor(stores, one, offered, request.now) });
  await stores.reservations.add(
    planned.map((one) => reservationOf(request, one)),
    request.isPaid ? "CLAIMED" : "HELD",
    request.isPaid ? null : request.expiresAt,
  );
  await stores.stockMovements.append(
    planned.map((one) => movementOf(reservationOf(request, one), ...promisedAs(request))),
  );
  return { request, shortages, units: planned, isFollowed: look.isFollowed };
};

const summedUp = (lines: readonly RequestedUnits[]): readonly RequestedUnits[] => {
  const found = new Map<VariantId, RequestedUnits>();
  for (const line of lines) {
    if (units(line.quantity) <= 0) throw new InvalidQuantity(line.quantity);
    const earlier = found.get(line.variantId)?.quantity ?? 0;
    found.set(line.variantId, { ...line, quantity: units(earlier + line.quantity) });
  }
  return [...found.values()];
};

/**
 * Whether the locations that units come from are open, and will not be closed meanwhile. The default
 * location never is.
 */
const staysOpen = async (
  { locations }: PlanStores,
  allocated: readonly AllocatedUnits[],
): Promise<boolean> => {
  const others = new Set(allocated.map(({ locationId }) => locationId));
  others.delete(DEFAULT_LOCATION.id);
  if (others.size === 0) return true;
  const shared = await locations.share([...others].toSorted());
  return shared.length === others.size && shared.every(({ isOpen }) => isOpen);
};

/** Ends expired holds where there is not enough without them. @returns how many units */
const roomFor = async (
  stores: PlanStores,
  { variantId, locationId, quantity }: AllocatedUnits,
  offered: readonly SellableUnits[],
  now: Date,
): Promise<number> => {
  const key: StockKey = { variantId, locationId };
  const own = offered.find((one) => compareStockKeys(one, key) === 0);
  if (!own || own.expired === 0 || own.available >= quantity) return 0;
  const { reservations } = await stores.reservations.lockExpired(now, MOST_EXPIRED, key);
  await endHolds(stores, reservations, "RELEASED");
  return reservations.reduce((sum, one) => sum + one.quantity, 0);
};

/** Writes that held reservations have ended, except for the counters of their stock items. */
export const endHolds = async (
  { reservations, stockMovements }: PlanStores,
  ended: readonly StoredReservation[],
  state: "CLAIMED" | "RELEASED",
): Promise<void> => {
  if (ended.length === 0) return;
  await reservations.settle(ended, state);
  await stockMovements.append(
    ended.map((one) => movementOf(one, state, -1, state === "CLAIMED" ? 1 : 0)),
  );
};

export const reservationOf = (
  { holder }: ReservationRequest,
  { variantId, locationId, quantity }: AllocatedUnits,
): Reservation => ({ holder, variantId, locationId, quantity });

/** How the ledger shows units that are taken: the kind, and the signs of reserved and claimed. */
export const promisedAs = ({ isPaid }: ReservationRequest): [MovementKind, number, number] =>
  isPaid ? ["CLAIMED", 0, 1] : ["RESERVED", 1, 0];

export const movementOf = (
  { holder, variantId, locationId, quantity }: Reservation,
  kind: MovementKind,
  reserved: number,
  claimed: number,
): StockMovement => ({
  variantId,
  locationId,
  kind,
  onHandBy: 0,
  reservedBy: reserved * quantity,
  claimedBy: claimed * quantity,
  reason: null,
  cause: holder,
});
