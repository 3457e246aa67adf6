import { idOrSlug, type IdOrSlug } from "../../schema/id-or-slug.js";

/** Which collection: by its id or by its slug. */
export const CollectionBy = idOrSlug("CollectionBy", "collection");
export type CollectionBy = IdOrSlug;
