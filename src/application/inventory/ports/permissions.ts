import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const INVENTORY_PERMISSIONS = ["inventory:read", "inventory:write"] as const;
type Own = (typeof INVENTORY_PERMISSIONS)[number];

export const mayReadInventory = holdersOf<Own>("inventory:read");
export const mayWriteInventory = holdersOf<Own>("inventory:write");
