import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const CATALOG_PERMISSIONS = ["catalog:read", "catalog:write"] as const;
type Own = (typeof CATALOG_PERMISSIONS)[number];

export const mayReadCatalog = holdersOf<Own>("catalog:read");
export const mayWriteCatalog = holdersOf<Own>("catalog:write");
