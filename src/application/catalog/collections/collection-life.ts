import {
  addCollectionProducts,
  replaceCollectionProducts,
  reorderCollectionProducts,
} from "./arrange-products.js";
import { createCollection } from "./create-collection.js";
import { deleteCollection } from "./delete-collection.js";
import { placeCollection } from "./place-collection.js";
import { publishCollection, unpublishCollection } from "./publish-collection.js";
import { updateCollection } from "./update-collection.js";

/** What becomes of collections and of the products in them. */
export const COLLECTION_LIFE = {
  collectionCreate: createCollection,
  collectionUpdate: updateCollection,
  collectionPlace: placeCollection,
  collectionPublish: publishCollection,
  collectionUnpublish: unpublishCollection,
  collectionDelete: deleteCollection,
  collectionProductsAdd: addCollectionProducts,
  collectionProductsRemove: replaceCollectionProducts,
  collectionProductsReorder: reorderCollectionProducts,
};
