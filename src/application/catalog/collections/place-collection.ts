import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { nothingChanged } from "../nothing-changed.js";
import type { Target } from "../products/take-products.js";
import { namedParent } from "./nest-in-tree.js";
import { putCollection, type CollectionStores } from "./put-into-collection.js";
import { takeCollection, type CollectionEdited } from "./take-collection.js";

export interface PlaceCollection extends Target {
  /** Below which collection; null: to the top. Left out: where it stands. */
  readonly parentId?: string | null | undefined;
  /** How many of those with the same parent are to stand before it. Left out: at the end, and where the parent stays, as it is. */
  readonly at?: number | null | undefined;
}

/** Puts a collection below another one, or at another place among its siblings. */
export const placeCollection = change(
  mayWriteCatalog,
  async (
    { parentId, at, ...target }: PlaceCollection,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    // The tree is locked before collections everywhere, so that no two wait for each other.
    await stores.collectionTree.lock();
    const collection = await takeCollection(stores, target);
    const before = collection.snapshot();
    const parent =
      parentId === undefined || parentId === before.parentId
        ? before.parentId
        : await namedParent(stores, collection.id, parentId);
    const isElsewhere = collection.nest(parent, now);
    const isMoved =
      (isElsewhere || at != null) &&
      (await stores.collectionTree.place(collection.id, parent, at ?? null));
    if (isMoved) collection.moved(now);
    await putCollection(stores, collection, before, now);
    return {
      collectionId: collection.id,
      warnings: isElsewhere || isMoved ? [] : [nothingChanged()],
    };
  },
);
