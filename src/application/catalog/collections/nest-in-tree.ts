import { CollectionNotFound } from "../../../domain/catalog/errors.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { checkNesting } from "../../../domain/catalog/nest-collection.js";
import { parseId } from "../../shared/ids.js";
import type { CatalogStores } from "../ports.js";

/**
 * The parent that somebody names for a collection. Whoever calls holds the lock of the tree.
 * @param collection null for one that is to be made
 * @throws CollectionNotFound, CollectionCycle, CollectionTooDeep, TooMany, each at `parentId`
 */
export const namedParent = async (
  { collectionTree }: Pick<CatalogStores, "collectionTree">,
  collection: CollectionId | null,
  raw: string | null,
): Promise<CollectionId | null> => {
  if (raw === null) return null;
  const parent = parseId("collection", raw);
  const above = parent ? await collectionTree.pathTo(parent) : [];
  if (!parent || above.length === 0) throw new CollectionNotFound(raw).moved(() => ["parentId"]);
  const siblings = (await collectionTree.children(parent)).filter(
    (child) => child !== collection,
  ).length;
  checkNesting({
    collection,
    above,
    levelsBelow: collection ? await collectionTree.levelsBelow(collection) : 0,
    siblings,
  });
  return parent;
};
