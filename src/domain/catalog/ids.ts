import type { Id } from "../shared/id.js";

export type ProductId = Id<"product">;
export type VariantId = Id<"variant">;
export type MediaId = Id<"media">;
export type CollectionId = Id<"collection">;
export type MetafieldDefinitionId = Id<"metafield">;
