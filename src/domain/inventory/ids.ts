import type { Id } from "../shared/id.js";

/** The prefixes of the ids of inventory. */
export const INVENTORY_PREFIXES = ["location", "transfer"] as const;
type InventoryId<Prefix extends (typeof INVENTORY_PREFIXES)[number]> = Id<Prefix>;

export type LocationId = InventoryId<"location">;
