import type { Id } from "../shared/id.js";

/** The prefixes of the ids of media. */
export const MEDIA_PREFIXES = ["file"] as const;

/** A file of the shop's own storage. */
export type FileId = Id<(typeof MEDIA_PREFIXES)[number]>;
