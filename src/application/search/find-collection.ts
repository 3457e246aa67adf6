import type { CollectionId } from "../../domain/catalog/ids.js";
import type { Audience } from "../catalog/ports/audience.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { CollectionName, ProductSearch } from "./ports/product-search.js";

interface Needs {
  readonly productSearch: ProductSearch;
  readonly catalogReads: CatalogReads;
}

/**
 * The collection that an id, a slug or an old slug names; null where the audience sees none. The
 * database is asked only for what the search does not know: old slugs, and what another process has
 * just added.
 */
export const findCollection = async (
  { productSearch, catalogReads }: Needs,
  by: CollectionName,
  audience: Audience,
): Promise<CollectionId | null> => {
  const found = await productSearch.findCollection(by, audience);
  if (found !== null) return found;
  if (by.id !== undefined)
    return (await catalogReads.collectionsById([by.id], audience, NOTHING))[0]?.id ?? null;
  const [current] = await catalogReads.collectionsBySlug([by.slug], audience, NOTHING);
  if (current) return current.id;
  const redirected = await catalogReads.collectionsByOldSlug([by.slug], audience, NOTHING);
  return redirected.get(by.slug)?.id ?? null;
};

const NOTHING: ReadonlySet<never> = new Set();
