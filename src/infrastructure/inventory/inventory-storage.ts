import type { InventoryStores } from "../../application/inventory/ports/stock-items.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { INVENTORY_CHECKS } from "./inventory-checks.js";
import { inventoryMigrations } from "./migrations/inventory-migrations.js";
import { sqlLocationReads, sqlLocations } from "./sql-locations.js";
import { SqlReservations } from "./sql-reservations.js";
import { SqlStockItems } from "./sql-stock-items.js";
import { sqlStockMovements } from "./sql-stock-movements.js";
import { sqlStockReads } from "./sql-stock-reads.js";
import { SqlStockUnits } from "./sql-stock-units.js";

const stores: StoreMakers<InventoryStores> = {
  stockItems: (session, clock) => new SqlStockItems(session, clock),
  stockUnits: (session, clock) => new SqlStockUnits(session, clock),
  reservations: (session, clock) => new SqlReservations(session, clock),
  stockMovements: sqlStockMovements,
  locations: sqlLocations,
};

export const inventoryStorage = {
  name: "inventory",
  migrations: inventoryMigrations,
  stores,
  checks: INVENTORY_CHECKS,
  reads: ({ source, clock }: ReadNeeds) => ({
    locationReads: sqlLocationReads(source),
    stockReads: sqlStockReads(source, clock),
  }),
} as const satisfies Storage;
