import type { CollectionRules } from "../../../domain/catalog/collections/collection-rules.js";
import type { CollectionId, ProductId, VariantId } from "../../../domain/catalog/ids.js";

export interface AutomatedCollection {
  readonly id: CollectionId;
  readonly rules: CollectionRules;
}

/** The work that keeps automated collections up to date. */
export interface CollectionUpkeep {
  /**
   * Notes changed products in the unit of work that changes them, and starts the refresh soon after
   * it.
   */
  noteDue(products: readonly ProductId[]): Promise<void>;
  /** The same for the products of variants, which need not be known. */
  noteDueOfVariants(variants: readonly VariantId[]): Promise<void>;
  /** Starts the refresh after this unit of work. */
  wake(): Promise<void>;
  /** Some of the noted products. Nothing is locked: load a product before a decision. */
  due(limit: number): Promise<readonly ProductId[]>;
  /** Removes the notes of products that are done. The products must be locked. */
  settle(products: readonly ProductId[]): Promise<void>;
  /** Whether any collection has rules. Nothing is locked. */
  isNeeded(): Promise<boolean>;
  /** All collections with rules. Nothing is locked. */
  automated(): Promise<readonly AutomatedCollection[]>;
  /**
   * The automated collections of each product; products without any are absent. Nothing is locked.
   */
  collectionsOf(
    products: readonly ProductId[],
  ): Promise<ReadonlyMap<ProductId, ReadonlySet<CollectionId>>>;

  /** Starts the evaluation of a collection over all products. */
  begin(collection: CollectionId): Promise<void>;
  /**
   * The last evaluated product of a collection, "" before the first one; null when there is nothing
   * to evaluate.
   */
  progress(collection: CollectionId): Promise<string | null>;
  advance(collection: CollectionId, after: ProductId): Promise<void>;
  finish(collection: CollectionId): Promise<void>;
  /** The next products in the order of their ids. Nothing is locked. */
  productsAfter(after: string, limit: number): Promise<readonly ProductId[]>;
}

/** The parents of collections, and the order of their children. */
export interface CollectionTree {
  /**
   * Waits for other changes of the tree: two moves at once could create a cycle. Call it before any
   * collection is locked.
   */
  lock(): Promise<void>;
  /** The ancestors and the collection itself, root first; empty when it does not exist. */
  pathTo(collection: CollectionId): Promise<readonly CollectionId[]>;
  /** How many levels of descendants it has. */
  levelsBelow(collection: CollectionId): Promise<number>;
  /** The ids of its children. */
  children(collection: CollectionId): Promise<readonly CollectionId[]>;
  /**
   * Moves a stored collection among the children of a parent.
   * @param at the position, from 0; the end when null or when there are fewer children
   * @returns whether its position changed
   */
  moveTo(
    collection: CollectionId,
    parent: CollectionId | null,
    at: number | null,
  ): Promise<boolean>;
}
