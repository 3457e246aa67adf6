import { INVENTORY_PREFIXES } from "../../domain/inventory/ids.js";
import type { Clock } from "../shared/clock.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { locationClose, locationReopen } from "./locations/location-close.js";
import { locationCreate } from "./locations/location-create.js";
import { locationUpdate } from "./locations/location-update.js";
import type { LocationStores } from "./locations/lock-location.js";
import type { LocationReads } from "./ports/location-reads.js";
import { INVENTORY_PERMISSIONS } from "./ports/permissions.js";
import type { StockReads } from "./ports/stock-reads.js";
import { INVENTORY_WARNINGS } from "./ports/warnings.js";
import { readInventory } from "./read-inventory.js";
import { removeEndedReservations } from "./reservations/remove-ended-reservations.js";
import { releaseExpiredHolds } from "./reservations/release-expired-holds.js";
import type { ReservationStores } from "./reservations/complete-reservation.js";
import type { StockStores } from "./stock/change-stock.js";
import { stockAdjust } from "./stock/stock-adjust.js";
import { stockCount } from "./stock/stock-count.js";
import { stockTermsSet } from "./stock/stock-terms-set.js";
import { stockTransfer } from "./stock/stock-transfer.js";

/** What carts and orders use in their units of work. */
export type { RequestedUnits, StockShortage } from "../../domain/inventory/allocate-units.js";
export { availableUnits } from "./reservations/available-units.js";
export { locationsByPriority } from "./reservations/locations-by-priority.js";
export { locationsOfMarket } from "./reservations/locations-of-market.js";
export { planReservation } from "./reservations/plan-reservation.js";
export type { ReservationPlan, ReservationRequest } from "./reservations/reservation-plan.js";
export {
  claimStock,
  extendReservations,
  releaseStock,
  returnStock,
} from "./reservations/release-stock.js";
export { reserveStock } from "./reservations/reserve-stock.js";
export {
  completeReservation,
  type ReservationOutcome,
  type ReservationStores,
} from "./reservations/complete-reservation.js";

/** What the catalogue uses when stock comes with products. */
export { planStock } from "./stock/plan-stock.js";
export { isFlipped, onHandAfter, saveStockEdits, type StockEdit } from "./stock/stock-edit.js";

export interface InventoryNeeds {
  readonly locationReads: LocationReads;
  readonly stockReads: StockReads;
  readonly unitOfWork: UnitOfWork<StockStores & LocationStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Everything that can be done with stock and the places that hold it. */
export const INVENTORY = {
  admin: readInventory,
  locationCreate,
  locationUpdate,
  locationClose,
  locationReopen,
  stockCount,
  stockAdjust,
  stockTransfer,
  stockTermsSet,
};

export type Inventory = Wired<typeof INVENTORY>;

export const inventory = (needs: InventoryNeeds): Inventory => wired(INVENTORY, needs);

export const inventoryContext = {
  name: "inventory",
  idPrefixes: INVENTORY_PREFIXES,
  permissions: INVENTORY_PERMISSIONS,
  warnings: INVENTORY_WARNINGS,
  operations: INVENTORY,
  open: inventory,
  background: (): Partial<BackgroundWork<ReservationStores>> => ({
    recurring: [releaseExpiredHolds, removeEndedReservations],
  }),
} as const satisfies Context;
