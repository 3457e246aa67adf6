import type { AskedWindow } from "../../../domain/catalog/publication.js";
import { placedNow } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { nothingChanged } from "../nothing-changed.js";
import { putCollection, type CollectionStores } from "./put-into-collection.js";
import { takeCollection, type CollectionEdited } from "./take-collection.js";
import type { Target } from "../products/take-products.js";

export interface PublishCollection extends Target, AskedWindow {}

/** Has the shop show a collection in a window. */
export const publishCollection = change(
  mayWriteCatalog,
  async (
    { from, until, ...target }: PublishCollection,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    const collection = await takeCollection(stores, target);
    const before = collection.snapshot();
    // The window stands in the command without a name of its own.
    const isOther = placedNow(
      (path) => path.slice(1),
      () => collection.publish({ from, until }, now),
    );
    await putCollection(stores, collection, before, now);
    return { collectionId: collection.id, warnings: isOther ? [] : [nothingChanged()] };
  },
);

/** Has the shop no longer show a collection, nor begin to. */
export const unpublishCollection = change(
  mayWriteCatalog,
  async (target: Target, { stores, now }: Work<CollectionStores>): Promise<CollectionEdited> => {
    const collection = await takeCollection(stores, target);
    const before = collection.snapshot();
    const isOther = collection.unpublish(now);
    await putCollection(stores, collection, before, now);
    return { collectionId: collection.id, warnings: isOther ? [] : [nothingChanged()] };
  },
);
