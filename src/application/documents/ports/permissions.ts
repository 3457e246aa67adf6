import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const DOCUMENTS_PERMISSIONS = ["documents:read", "documents:write"] as const;
type Own = (typeof DOCUMENTS_PERMISSIONS)[number];

export const mayReadDocuments = holdersOf<Own>("documents:read");
export const mayWriteDocuments = holdersOf<Own>("documents:write");
