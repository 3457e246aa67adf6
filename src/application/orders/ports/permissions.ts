import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const ORDERS_PERMISSIONS = ["orders:read", "orders:write"] as const;
type Own = (typeof ORDERS_PERMISSIONS)[number];

export const mayReadOrders = holdersOf<Own>("orders:read");
export const mayWriteOrders = holdersOf<Own>("orders:write");
