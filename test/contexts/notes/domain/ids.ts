import type { Id } from "../../../../src/domain/shared/id.js";

export const NOTES_PREFIXES = ["note"] as const;

export type NoteId = Id<(typeof NOTES_PREFIXES)[number]>;
