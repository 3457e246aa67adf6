import type { CollectionId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { replaceCollections, type CollectionStores } from "./put-into-collection.js";
import { takeCollection } from "./take-collection.js";
import type { Target } from "../products/take-products.js";

/** Takes a collection away; its products stay, and the collections below it go up to where it stood. */
export const deleteCollection = change(
  mayWriteCatalog,
  async (
    target: Target,
    { stores, now }: Work<CollectionStores>,
  ): Promise<{ readonly deletedCollectionId: CollectionId }> => {
    await stores.collectionTree.lock();
    const named = parseId("collection", target.id);
    // All at once and in the order of their ids, so that no two wait for each other.
    if (named)
      await stores.collections.byId([named, ...(await stores.collectionTree.children(named))]);
    const collection = await takeCollection(stores, target);
    await replaceCollections(stores, [collection], now);
    return { deletedCollectionId: collection.id };
  },
);
