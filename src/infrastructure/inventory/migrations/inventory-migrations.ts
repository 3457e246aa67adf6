import { CreateInventoryStockItem1763800000009 } from "./1763800000009-create-inventory-stock-item.js";

/**
 * The migrations of the tables of inventory. A migration that has been released is never changed; a new
 * one is added below.
 */
export const inventoryMigrations = [CreateInventoryStockItem1763800000009];
