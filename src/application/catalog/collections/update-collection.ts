import { placed, Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MediaStores } from "../media/media-ports.js";
import { rewordedCollection, withImageAddress, type CollectionWords } from "./collection-words.js";
import { namedParent } from "./nest-in-tree.js";
import { nothingChanged } from "../nothing-changed.js";
import { putCollection, type CollectionStores } from "./put-into-collection.js";
import { takeCollection, type CollectionEdited } from "./take-collection.js";
import type { Target } from "../products/take-products.js";

export interface UpdateCollection extends Target {
  readonly changes: CollectionWords & {
    /** Below which collection, at the end; null: to the top. */ readonly parentId?:
      string | null | undefined;
  };
}

/** Changes what people write about a collection; what is left out stays, and the old slug goes on leading to it. */
export const updateCollection = change(
  mayWriteCatalog,
  async (
    { changes: { parentId, ...changes }, ...target }: UpdateCollection,
    { stores, now }: Work<CollectionStores & Pick<MediaStores, "mediaFiles">>,
    { ids }: { readonly ids: Ids },
  ): Promise<CollectionEdited> => {
    if (parentId !== undefined) await stores.collectionTree.lock();
    const collection = await takeCollection(stores, target);
    const before = collection.snapshot();
    const isOther = await placed(
      (path) => ["changes", ...path],
      async () => {
        const parent =
          parentId === undefined || parentId === before.parentId
            ? before.parentId
            : await namedParent(stores, collection.id, parentId);
        const problems = new Problems();
        const words = await withImageAddress(stores, changes, now, problems);
        problems.throwIfAny();
        const revised = collection.revise(rewordedCollection(before, words, parent, ids), now);
        await putCollection(stores, collection, before, now);
        if (parent !== before.parentId)
          await stores.collectionTree.place(collection.id, parent, null);
        return revised;
      },
    );
    const { id, slug } = collection.snapshot();
    const renamed = {
      code: "OLD_SLUG_REDIRECTED",
      message: `Whoever asks for "${before.slug}" is led to "${slug}" from now on.`,
      path: ["changes", "slug"],
    } as const;
    return {
      collectionId: id,
      warnings: [
        ...(isOther ? [] : [nothingChanged(["changes"])]),
        ...(slug === before.slug ? [] : [renamed]),
      ],
    };
  },
);
