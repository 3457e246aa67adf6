import type { InventoryStores } from "../../application/inventory/ports/stock-items.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { inventoryMigrations } from "./migrations/inventory-migrations.js";
import { SqlStockItems } from "./sql-stock-items.js";

const stores: StoreMakers<InventoryStores> = {
  stockItems: (session, clock) => new SqlStockItems(session, clock),
};

export const inventoryStorage = {
  name: "inventory",
  migrations: inventoryMigrations,
  stores,
} as const satisfies Storage;
