import type { Id } from "../shared/id.js";

/** A file of the shop's own storage. */
export type FileId = Id<"file">;
