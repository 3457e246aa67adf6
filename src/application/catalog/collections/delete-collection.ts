import type { CollectionId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { removeCollections, type CollectionStores } from "./put-into-collection.js";
import { takeCollection } from "./take-collection.js";
import type { Target } from "../products/take-products.js";

/** Takes a collection away; its products stay. */
export const deleteCollection = change(
  mayWriteCatalog,
  async (target: Target, { stores }: Work<Pick<CollectionStores, "collections" | "redirects">>): Promise<{ readonly deletedCollectionId: CollectionId }> => {
    const collection = await takeCollection(stores, target);
    await removeCollections(stores, [collection]);
    return { deletedCollectionId: collection.id };
  },
);
