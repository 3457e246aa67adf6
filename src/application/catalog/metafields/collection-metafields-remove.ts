import type { MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { editCollection } from "../collections/edit-collection.js";
import type { CollectionEdited } from "../collections/lock-collection.js";
import type { CollectionStores } from "../collections/save-collection.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { withoutMetafields } from "./with-metafields.js";

interface CollectionMetafieldsRemove extends Target {
  readonly metafields: readonly MetafieldName[];
}

/** Removes metafields from a collection. Metafields that it does not have are ignored. */
export const collectionMetafieldsRemove = change(
  mayWriteCatalog,
  (
    { metafields, ...target }: CollectionMetafieldsRemove,
    work: Work<CollectionStores>,
  ): Promise<CollectionEdited> =>
    editCollection(
      work,
      target,
      (collection) => {
        const before = collection.snapshot();
        return collection.revise(
          { ...before, metafields: withoutMetafields(before.metafields, metafields) },
          work.now,
        );
      },
      ["metafields"],
    ),
);
