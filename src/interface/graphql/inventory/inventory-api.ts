import { inventoryContext } from "../../../application/inventory/inventory.js";
import type { ContextApi } from "../nodes/context-api.js";
import { INVENTORY_ERROR_CODES } from "./inventory-error-codes.js";
import { stockMutations } from "./stock-mutations.js";

export const inventoryApi = {
  context: inventoryContext,
  errorCodes: INVENTORY_ERROR_CODES,
  admin: [stockMutations],
} as const satisfies ContextApi;
