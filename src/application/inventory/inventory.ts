import { INVENTORY_PREFIXES } from "../../domain/inventory/ids.js";
import type { Clock } from "../shared/clock.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { INVENTORY_PERMISSIONS } from "./ports/permissions.js";
import { INVENTORY_WARNINGS } from "./ports/warnings.js";
import { releaseExpiredHolds } from "./reservations/release-expired-holds.js";
import type { ReservationStores } from "./reservations/complete-reservation.js";
import type { StockStores } from "./stock/change-stock.js";
import { stockAdjust } from "./stock/stock-adjust.js";
import { stockCount } from "./stock/stock-count.js";

/** What carts and orders use in their units of work. */
export type { RequestedUnits, StockShortage } from "../../domain/inventory/allocate-units.js";
export {
  planReservation,
  type ReservationPlan,
  type ReservationRequest,
} from "./reservations/plan-reservation.js";
export { claimStock, extendReservations, releaseStock } from "./reservations/release-stock.js";
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
  readonly unitOfWork: UnitOfWork<StockStores & IdempotencyStores>;
  readonly clock: Clock;
}

/** Everything that can be done with stock. */
export const INVENTORY = {
  stockCount,
  stockAdjust,
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
    recurring: [releaseExpiredHolds],
  }),
} as const satisfies Context;
