import { checkNesting } from "../../../domain/catalog/collections/check-nesting.js";
import { CollectionNotFound } from "../../../domain/catalog/collections/errors.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { parseId } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

/**
 * The named parent of a collection. The tree must be locked.
 * @param collection null for a new one
 * @throws CollectionNotFound, CollectionCycle, CollectionTooDeep, TooMany, each at `parentId`
 */
export const resolveParent = async (
  { collectionTree }: Pick<CatalogStores, "collectionTree">,
  collection: CollectionId | null,
  raw: string | null,
): Promise<CollectionId | null> => {
  if (raw === null) return null;
  const parent = parseId("collection", raw);
  const ancestors = parent ? await collectionTree.pathTo(parent) : [];
  if (!parent || ancestors.length === 0)
    throw new CollectionNotFound(raw).mapPath(() => ["parentId"]);
  const siblings = (await collectionTree.children(parent)).filter(
    (child) => child !== collection,
  ).length;
  checkNesting({
    collection,
    ancestors,
    levelsBelow: collection ? await collectionTree.levelsBelow(collection) : 0,
    siblings,
  });
  return parent;
};
