import { CollectionCycle, CollectionTooDeep, TooMany } from "./errors.js";
import type { CollectionId } from "./ids.js";

/** How many levels of collections there may be. */
export const DEEPEST_COLLECTION = 8;
/** How many collections may stand directly below one. */
export const MOST_CHILDREN = 500;

/** Where somebody wants a collection to stand. */
export interface Nesting {
  /** Null for one that is to be made. */
  readonly collection: CollectionId | null;
  /** The new parent and all that it stands below, root first. */
  readonly above: readonly CollectionId[];
  /** How many levels of collections stand below it. */
  readonly levelsBelow: number;
  /** How many other collections stand directly below the new parent. */
  readonly siblings: number;
}

/** @throws CollectionCycle, CollectionTooDeep, TooMany */
export const checkNesting = ({ collection, above, levelsBelow, siblings }: Nesting): void => {
  if (collection !== null && above.includes(collection)) throw new CollectionCycle(collection);
  const levels = above.length + 1 + levelsBelow;
  if (levels > DEEPEST_COLLECTION) throw new CollectionTooDeep(levels, DEEPEST_COLLECTION);
  if (siblings >= MOST_CHILDREN)
    throw new TooMany("collections directly below one", siblings + 1, MOST_CHILDREN).within([
      "parentId",
    ]);
};
