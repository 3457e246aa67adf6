import type { Id } from "../shared/id.js";

export type ProductId = Id<"Product">;
export type VariantId = Id<"Variant">;
export type MediaId = Id<"Media">;
export type CollectionId = Id<"Collection">;
/** A file of the shop's own storage. */
export type FileId = Id<"File">;
export type MetafieldDefinitionId = Id<"MetafieldDefinition">;
