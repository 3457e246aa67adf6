import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editCollection } from "./edit-collection.js";
import type { CollectionEdited } from "./lock-collection.js";
import type { CollectionStores } from "./save-collection.js";

/** Ends the publication of a collection, also one that has not begun. */
export const collectionUnpublish = change(
  mayWriteCatalog,
  (target: Target, work: Work<CollectionStores>): Promise<CollectionEdited> =>
    editCollection(work, target, (collection) => collection.unpublish(work.now)),
);
