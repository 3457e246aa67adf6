import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { lockCollection, type CollectionEdited } from "./lock-collection.js";
import { resolveParent } from "./resolve-parent.js";
import { saveCollection, type CollectionStores } from "./save-collection.js";

interface CollectionPlace extends Target {
  /** The new parent; null: none; left out: the same parent. */
  readonly parentId?: string | null | undefined;
  /**
   * The position among the children of the parent, from 0. Left out: the last one after a change of
   * the parent, or else the same.
   */
  readonly at?: number | null | undefined;
}

/** Moves a collection to another parent, or to another position among its siblings. */
export const collectionPlace = change(
  mayWriteCatalog,
  async (
    { parentId, at, ...target }: CollectionPlace,
    { stores, now }: Work<CollectionStores>,
  ): Promise<CollectionEdited> => {
    // The tree is locked before collections everywhere, so that no two transactions wait for each
    // other.
    await stores.collectionTree.lock();
    const collection = await lockCollection(stores, target);
    const before = collection.snapshot();
    const parent =
      parentId === undefined || parentId === before.parentId
        ? before.parentId
        : await resolveParent(stores, collection.id, parentId);
    const hasNewParent = collection.setParent(parent, now);
    const hasMoved =
      (hasNewParent || at != null) &&
      (await stores.collectionTree.moveTo(collection.id, parent, at ?? null));
    if (hasMoved) collection.notePositionChange(now);
    await saveCollection(stores, collection, before, now);
    return {
      collectionId: collection.id,
      warnings: hasNewParent || hasMoved ? [] : [nothingChanged()],
    };
  },
);
