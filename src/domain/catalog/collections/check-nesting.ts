import { TooMany } from "../../shared/too-many.js";
import type { CollectionId } from "../ids.js";
import { CollectionCycle, CollectionTooDeep } from "./errors.js";

/** How many levels of collections there may be. */
export const MAX_COLLECTION_LEVELS = 8;
/** How many children a collection may have. */
export const MAX_CHILDREN = 500;

/** A requested place in the tree of collections. */
export interface Nesting {
  /** Null for a new collection. */
  readonly collection: CollectionId | null;
  /** The new parent and its ancestors, root first. */
  readonly ancestors: readonly CollectionId[];
  /** How many levels of collections are below the collection. */
  readonly levelsBelow: number;
  /** How many other children the new parent has. */
  readonly siblings: number;
}

/** @throws CollectionCycle, CollectionTooDeep, TooMany */
export const checkNesting = ({ collection, ancestors, levelsBelow, siblings }: Nesting): void => {
  if (collection !== null && ancestors.includes(collection)) throw new CollectionCycle(collection);
  const levels = ancestors.length + 1 + levelsBelow;
  if (levels > MAX_COLLECTION_LEVELS) throw new CollectionTooDeep(levels, MAX_COLLECTION_LEVELS);
  if (siblings >= MAX_CHILDREN)
    throw new TooMany("collections with the same parent", siblings + 1, MAX_CHILDREN).prefixPath([
      "parentId",
    ]);
};
