import type { Id } from "./id.js";

/** The prefixes of the ids of all contexts. */
export const SHARED_PREFIXES = ["work"] as const;

/** Work that is scheduled for a time. */
export type WorkId = Id<(typeof SHARED_PREFIXES)[number]>;
