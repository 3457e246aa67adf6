import { variantId } from "../../builders/product-content.js";
import { NONE, STOCK } from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

const LOCATION = "location { id key name priority countries closedAt version }";
const STOCK_ITEMS =
  "results { index variant { stockItems { onHand available safety lowStockAt version location { key } } } userErrors { code path } }";
const DEFAULT = "location_00000000000000000000000000";

/** Samples of the mutations of locations and stock. */
export const inventorySamples = ({ locations: { warehouse, closed } }: PreparedIds): Samples => ({
  locationCreate: {
    input: { location: { key: "outlet", name: "Outlet", countries: ["at", "DE"] } },
    other: { location: { key: "shop", priority: 5 } },
    refused: { location: { key: "warehouse" } },
    selection: LOCATION,
  },
  locationUpdate: {
    input: { id: warehouse, changes: { name: "Warehouse north", priority: 3 } },
    other: { id: warehouse, changes: { countries: ["CH"] } },
    refused: { id: warehouse, changes: { countries: ["XX"] } },
    selection: LOCATION,
  },
  locationClose: {
    input: { id: warehouse },
    other: { id: closed },
    refused: { id: DEFAULT },
    selection: LOCATION,
  },
  locationReopen: {
    input: { id: closed },
    other: { id: warehouse },
    refused: { id: NONE },
    selection: LOCATION,
  },
  stockCount: {
    input: { counts: [{ variantId: variantId(10), onHand: 7 }] },
    other: { counts: [{ variantId: variantId(10), onHand: 8 }] },
    refused: { counts: [{ variantId: variantId(10), expectedVersion: 9, onHand: 7 }] },
    selection: STOCK,
  },
  stockAdjust: {
    input: { adjustments: [{ variantId: variantId(10), by: -2 }] },
    other: { adjustments: [{ variantId: variantId(10), by: 3 }] },
    refused: { adjustments: [{ variantId: variantId(999), by: 1 }] },
    selection: STOCK,
  },
  stockTransfer: {
    input: {
      fromLocationId: DEFAULT,
      toLocationId: warehouse,
      reason: "more room",
      items: [{ variantId: variantId(10), quantity: 1 }],
    },
    other: {
      fromLocationId: DEFAULT,
      toLocationId: warehouse,
      items: [{ variantId: variantId(10), quantity: 2 }],
    },
    refused: {
      fromLocationId: DEFAULT,
      toLocationId: closed,
      items: [{ variantId: variantId(10), quantity: 1 }],
    },
    selection: STOCK_ITEMS,
  },
  stockTermsSet: {
    input: { terms: [{ variantId: variantId(10), safety: 1 }] },
    other: { terms: [{ variantId: variantId(10), lowStockAt: 3 }] },
    refused: { terms: [{ variantId: variantId(10), locationId: warehouse, safety: 1 }] },
    selection: STOCK_ITEMS,
  },
});
