import { inventoryContext } from "../../../application/inventory/inventory.js";
import type { ContextApi } from "../nodes/context-api.js";
import { INVENTORY_ERROR_CODES } from "./inventory-error-codes.js";
import { loadLocation } from "./locations/load-location.js";
import { locationMutations } from "./locations/location-mutations.js";
import { locationPayloads } from "./locations/location-payloads.js";
import { LocationQueries } from "./locations/location-queries.js";
import { stockMutations } from "./stock/stock-mutations.js";
import { StockQueries } from "./stock/stock-queries.js";
import { stockResolvers } from "./stock/stock-resolvers.js";

export const inventoryApi = {
  context: inventoryContext,
  errorCodes: INVENTORY_ERROR_CODES,
  admin: [
    LocationQueries,
    locationMutations,
    locationPayloads.resolvers[0],
    StockQueries,
    stockMutations,
    ...stockResolvers,
  ],
  nodes: {
    location: {
      typeName: "Location",
      operations: { admin: "inventory.admin.locationsById" },
      find: (id, _requested, context) => loadLocation(context, id),
    },
  },
} as const satisfies ContextApi<"location">;
