import type { Collection } from "../../../domain/catalog/collections/collection.js";
import type { Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import { saveCollection, type CollectionStores } from "./save-collection.js";

/**
 * Locks a collection, edits it and saves it. Warns when nothing changed.
 * @param edit returns whether anything changed
 * @param pathOfWarning what the warning is about
 */
export const editCollection = async (
  { stores, now }: Work<CollectionStores>,
  target: Target,
  edit: (collection: Collection) => boolean,
  pathOfWarning: readonly string[] = [],
): Promise<CollectionEdited> => {
  const collection = await lockCollection(stores, target);
  const before = collection.snapshot();
  const hasChanged = edit(collection);
  await saveCollection(stores, collection, before, now);
  return {
    collectionId: collection.id,
    warnings: hasChanged ? [] : [nothingChanged(pathOfWarning)],
  };
};
