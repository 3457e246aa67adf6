import { holdersOf } from "../../../../../src/application/shared/viewer.js";

export const NOTES_PERMISSIONS = ["notes:read", "notes:write"] as const;
type Own = (typeof NOTES_PERMISSIONS)[number];

export const mayReadNotes = holdersOf<Own>("notes:read");
export const mayWriteNotes = holdersOf<Own>("notes:write");
