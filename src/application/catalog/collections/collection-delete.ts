import type { Collection } from "../../../domain/catalog/collections/collection.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { lockCollection } from "./lock-collection.js";
import { saveCollection, type CollectionStores } from "./save-collection.js";

/** Deletes a collection. Its products stay, and its children move up to its parent. */
export const collectionDelete = change(
  mayWriteCatalog,
  async (
    target: Target,
    { stores, now }: Work<CollectionStores>,
  ): Promise<{ readonly deletedCollectionId: CollectionId }> => {
    const { collections, collectionTree, collectionUpkeep, redirects, schedule } = stores;
    await collectionTree.lock();
    const id = parseId("collection", target.id);
    // All at once and in the order of their ids, so that no two transactions wait for each other.
    if (id) await collections.byId([id, ...(await collectionTree.children(id))]);
    const collection = await lockCollection(stores, target);
    await moveChildrenUp(stores, collection, now);
    collection.delete();
    await collections.remove(collection);
    await collectionUpkeep.finish(collection.id);
    await schedule.cancelAllOfSubjects([collection.id]);
    await redirects.removeOfTargets("collection", [collection.id]);
    return { deletedCollectionId: collection.id };
  },
);

const moveChildrenUp = async (
  stores: CollectionStores,
  collection: Collection,
  now: Date,
): Promise<void> => {
  const { parentId } = collection.snapshot();
  const inOrder = await stores.collectionTree.children(collection.id);
  const children = await stores.collections.byId(inOrder);
  for (const child of inOrder.flatMap((id) => children.get(id) ?? [])) {
    const before = child.snapshot();
    child.setParent(parentId, now);
    await saveCollection(stores, child, before, now);
    await stores.collectionTree.moveTo(child.id, parentId, null);
  }
};
