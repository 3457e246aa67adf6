import type { VariantId } from "../catalog/ids.js";
import type { LocationId } from "./ids.js";

interface OfStockItem {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly version: number;
}

/** A location was created or changed: its name, its address, what it serves, whether it is open. */
export interface LocationEvent {
  readonly type:
    "inventory.location-created" | "inventory.location-updated" | "inventory.location-deleted";
  readonly locationId: LocationId;
  readonly version: number;
}

export type StockEvent =
  | (OfStockItem & { readonly type: "inventory.stock-counted"; readonly onHand: number })
  /** The number of units was corrected, for example because some broke or were found. */
  | (OfStockItem & {
      readonly type: "inventory.stock-adjusted";
      readonly by: number;
      readonly onHand: number;
    })
  | (OfStockItem & {
      readonly type: "inventory.stock-terms-changed";
      readonly safety: number;
      readonly lowStockAt: number | null;
    })
  /** Stock is no longer counted. If it is counted again, versions start at 1 again. */
  | (OfStockItem & { readonly type: "inventory.stock-discarded" })
  /** The last available unit was reserved, counted off or transferred. */
  | (OfStockItem & { readonly type: "inventory.stock-exhausted" })
  /** Units are available again. */
  | (OfStockItem & { readonly type: "inventory.stock-replenished" })
  /** The available units have fallen to the threshold of the stock item. */
  | (OfStockItem & {
      readonly type: "inventory.stock-low";
      readonly available: number;
      readonly lowStockAt: number;
    });
