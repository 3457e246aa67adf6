import type { Id } from "../shared/id.js";

/** The prefixes of the ids of the catalogue. */
export const CATALOG_PREFIXES = ["product", "variant", "media", "collection", "metafield"] as const;
type CatalogId<Prefix extends (typeof CATALOG_PREFIXES)[number]> = Id<Prefix>;

export type ProductId = CatalogId<"product">;
export type VariantId = CatalogId<"variant">;
export type MediaId = CatalogId<"media">;
export type CollectionId = CatalogId<"collection">;
export type MetafieldDefinitionId = CatalogId<"metafield">;
