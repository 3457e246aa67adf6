import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const DELIVERY_PERMISSIONS = ["delivery:read", "delivery:write"] as const;
type Own = (typeof DELIVERY_PERMISSIONS)[number];

export const mayReadDelivery = holdersOf<Own>("delivery:read");
export const mayWriteDelivery = holdersOf<Own>("delivery:write");
