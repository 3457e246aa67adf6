import type { CollectionRules } from "../../../domain/catalog/collection-rules.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";

export interface AutomatedCollection {
  readonly id: CollectionId;
  readonly rules: CollectionRules;
}

/** What is still to be looked at so that every automated collection holds what its rules say. */
export interface CollectionUpkeep {
  /** Notes products whose facts have changed, in the unit of work that changes them, and has them looked at soon. */
  noteDue(products: readonly ProductId[]): Promise<void>;
  /** Has somebody look at what is noted, once this unit of work is stored. */
  wake(): Promise<void>;
  /** Some of the products that are noted. Nothing is locked: what counts is the product, once it is loaded. */
  due(limit: number): Promise<readonly ProductId[]>;
  /** Strikes products off that have been looked at. Whoever calls holds the locks of the products. */
  settle(products: readonly ProductId[]): Promise<void>;
  /** Whether any collection has rules at this moment. Nothing is locked. */
  isNeeded(): Promise<boolean>;
  /** All collections that have rules, as they are stored at this moment. Nothing is locked. */
  automated(): Promise<readonly AutomatedCollection[]>;
  /** In which automated collections the products stand; those that stand in none are absent. Nothing is locked. */
  places(
    products: readonly ProductId[],
  ): Promise<ReadonlyMap<ProductId, ReadonlySet<CollectionId>>>;

  /** Notes that a collection is to be evaluated over all products, from the first one on. */
  begin(collection: CollectionId): Promise<void>;
  /** After which product the evaluation of a collection goes on, "" for the first; null when there is nothing to evaluate. */
  progress(collection: CollectionId): Promise<string | null>;
  advance(collection: CollectionId, after: ProductId): Promise<void>;
  finish(collection: CollectionId): Promise<void>;
  /** The products of the shop in the order of their ids. Nothing is locked. */
  productsAfter(after: string, limit: number): Promise<readonly ProductId[]>;
}

/** Which collection stands below which, and in which order. */
export interface CollectionTree {
  /** Whoever is about to change the tree waits here for those who do: two moves at once could else close a circle. Comes before any lock on a collection. */
  lock(): Promise<void>;
  /** The collection and all that it stands below, root first; empty when there is none. */
  pathTo(collection: CollectionId): Promise<readonly CollectionId[]>;
  /** How many levels of collections stand below it. */
  levelsBelow(collection: CollectionId): Promise<number>;
  /** The ids of the collections directly below it. */
  children(collection: CollectionId): Promise<readonly CollectionId[]>;
  /**
   * Puts a stored collection among those with the same parent.
   * @param at how many of the others stand before it; null or more than there are: at the end
   * @returns whether it stands somewhere else now
   */
  place(collection: CollectionId, parent: CollectionId | null, at: number | null): Promise<boolean>;
}
