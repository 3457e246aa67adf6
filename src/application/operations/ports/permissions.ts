import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const OPERATIONS_PERMISSIONS = ["operations:read", "operations:write"] as const;
type Own = (typeof OPERATIONS_PERMISSIONS)[number];

export const mayReadOperations = holdersOf<Own>("operations:read");
export const mayWriteOperations = holdersOf<Own>("operations:write");
