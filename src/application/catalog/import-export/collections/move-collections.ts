import { checkNesting } from "../../../../domain/catalog/collections/check-nesting.js";
import { CollectionNotFound } from "../../../../domain/catalog/collections/errors.js";
import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { change, type Work } from "../../../shared/change.js";
import { lockCollection } from "../../collections/lock-collection.js";
import { saveCollection, type CollectionStores } from "../../collections/save-collection.js";
import { mayWriteCatalog } from "../../ports/permissions.js";

interface MoveCollections {
  readonly moves: readonly {
    readonly id: CollectionId;
    readonly parent: CollectionId | null;
    /** The position among its siblings, from 0; null: the last one. */
    readonly to: number | null;
  }[];
}

/**
 * Moves collections in the tree, one after the other, as it was planned. What others have changed
 * meanwhile is checked again; how deep its children are is not, because they may be moved later.
 */
export const moveCollections = change(
  mayWriteCatalog,
  async ({ moves }: MoveCollections, { stores, now }: Work<CollectionStores>): Promise<number> => {
    const { collectionTree } = stores;
    await collectionTree.lock();
    for (const { id, parent, to } of moves) {
      const collection = await lockCollection(stores, { id });
      const before = collection.snapshot();
      if (parent !== null && parent !== before.parentId) {
        const ancestors = await collectionTree.pathTo(parent);
        if (ancestors.length === 0) throw new CollectionNotFound(parent);
        checkNesting({ collection: id, ancestors, levelsBelow: 0, siblings: 0 });
      }
      const hasNewParent = collection.setParent(parent, now);
      if (hasNewParent) await saveCollection(stores, collection, before, now);
      if (!(await collectionTree.moveTo(id, parent, to)) || hasNewParent) continue;
      collection.notePositionChange(now);
      await saveCollection(stores, collection, before, now);
    }
    return moves.length;
  },
);
