import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { collectionMembers } from "./collection-members.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import type { CollectionStores } from "./save-collection.js";

interface CollectionProductsRemove extends Target {
  readonly productIds: readonly string[];
}

/** Removes products from a collection. */
export const collectionProductsRemove = change(
  mayWriteCatalog,
  async (
    { productIds, ...target }: CollectionProductsRemove,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const collection = await lockCollection(stores, target);
    const products = await collectionMembers(stores, collection.id, productIds, (index) => [
      "productIds",
      String(index),
    ]);
    collection.checkFilledByHand();
    const removed = await stores.collections.removeProducts(collection.id, products);
    collection.changeProducts({ removed }, now);
    await stores.collections.save(collection);
    return { collectionId: collection.id, warnings: [] };
  },
);
