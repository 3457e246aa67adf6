import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  allocateUnits,
  type AllocatedUnits,
  type Allocation,
  type RequestedUnits,
} from "../../../domain/inventory/allocate-units.js";
import { InvalidQuantity } from "../../../domain/inventory/errors.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import { units } from "../../../domain/inventory/stock-item.js";
import { compareStockKeys, type SellableUnits, type StockKey } from "../ports/stock-units.js";
import { offeredTo } from "./available-units.js";
import { keptHolds, lockHolds, rearrange, type KeptHolds } from "./kept-holds.js";
import type {
  PlannedUnits,
  PlanStores,
  ReservationPlan,
  ReservationRequest,
} from "./reservation-plan.js";
import { endHolds, movementOf, promisedAs, reservationOf } from "./movement-of.js";

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
  const held = await lockHolds(stores, request);
  if (lines.length === 0 && held.reservations.length === 0) return planned(request, []);
  const look = await stores.stockUnits.look(
    lines.map(({ variantId }) => variantId),
    request.now,
  );
  const offered = offeredTo(request, look.units);
  const kept = keptHolds(lines, held, (key) =>
    offered.some((one) => compareStockKeys(one, key) === 0),
  );
  const { units: allocated, shortages } = allocate(request, lines, kept, offered);
  const isFollowed = look.isFollowed || held.isFollowed;
  if (shortages.length > 0 && !request.isPartial)
    return planned(request, [], { shortages, isFollowed });
  if (!(await staysOpen(stores, allocated))) return planReservation(stores, request);
  const changed: PlannedUnits[] = [...(await rearrange(stores, kept))];
  for (const one of allocated.toSorted(compareStockKeys))
    changed.push({ ...one, released: await roomFor(stores, one, offered, request.now) });
  const added = changed
    .filter(({ quantity }) => quantity > 0)
    .map((one) => reservationOf(request, one));
  await stores.reservations.add(
    added,
    request.isPaid ? "CLAIMED" : "HELD",
    request.isPaid ? null : request.expiresAt,
  );
  await stores.stockMovements.append(added.map((one) => movementOf(one, ...promisedAs(request))));
  return planned(request, changed.toSorted(compareStockKeys), {
    shortages,
    kept: kept.unchanged,
    isFollowed,
  });
};

const planned = (
  request: ReservationRequest,
  changed: readonly PlannedUnits[],
  { shortages = [], kept = new Map(), isFollowed = false }: Partial<ReservationPlan> = {},
): ReservationPlan => ({ request, shortages, kept, units: changed, isFollowed });

/** Chooses where the units come from that the buyer does not have yet. */
const allocate = (
  { isPartial = false }: ReservationRequest,
  lines: readonly RequestedUnits[],
  { units: own }: KeptHolds,
  offered: readonly SellableUnits[],
): Allocation => {
  const offers = offered.map((one) => ({ ...one, available: one.available + one.expired }));
  const missing = lines.flatMap((line) => {
    const quantity = line.quantity - (own.get(line.variantId) ?? 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  const found = allocateUnits(missing, offers);
  const shortages = found.shortages.map(({ variantId, requested, available }) => {
    const kept = own.get(variantId) ?? 0;
    return { variantId, requested: requested + kept, available: available + kept };
  });
  if (!isPartial || shortages.length === 0) return { ...found, shortages };
  const lowered = missing.flatMap((line) => {
    const short = found.shortages.find(({ variantId }) => variantId === line.variantId);
    const quantity = short?.available ?? line.quantity;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return { units: allocateUnits(lowered, offers).units, shortages };
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
