import type { Context } from "../shared/context.js";
import { INVENTORY_PERMISSIONS } from "./ports/permissions.js";
import { INVENTORY_WARNINGS } from "./ports/warnings.js";

/** The rules of stock, for other contexts that change stock in their own unit of work. */
export { StockItemNotFound, StockPromised } from "../../domain/inventory/errors.js";
export { StockItem } from "../../domain/inventory/stock-item.js";

export const inventoryContext = {
  name: "inventory",
  permissions: INVENTORY_PERMISSIONS,
  warnings: INVENTORY_WARNINGS,
  operations: {},
  open: () => ({}),
} as const satisfies Context;
