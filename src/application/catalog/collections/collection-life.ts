import { addCollectionProducts, removeCollectionProducts, reorderCollectionProducts } from "./arrange-products.js";
import { createCollection } from "./create-collection.js";
import { deleteCollection } from "./delete-collection.js";
import { moveCollection } from "./move-collection.js";
import { publishCollection, unpublishCollection } from "./publish-collection.js";
import { updateCollection } from "./update-collection.js";

/** What becomes of collections and of the products in them. */
export const COLLECTION_LIFE = {
  collectionCreate: createCollection,
  collectionUpdate: updateCollection,
  collectionMove: moveCollection,
  collectionPublish: publishCollection,
  collectionUnpublish: unpublishCollection,
  collectionDelete: deleteCollection,
  collectionProductsAdd: addCollectionProducts,
  collectionProductsRemove: removeCollectionProducts,
  collectionProductsReorder: reorderCollectionProducts,
};
