import type { SearchCollection } from "../../application/search/ports/search-source.js";
import type { CollectionId } from "../../domain/catalog/ids.js";

/** The collections of the catalogue, found by id, by slug and by their parents. */
export class CollectionIndex {
  readonly #byId = new Map<CollectionId, SearchCollection>();
  readonly #bySlug = new Map<string, CollectionId>();
  readonly #children = new Map<CollectionId, Set<CollectionId>>();
  #positions = new Map<CollectionId, number>();

  get(id: CollectionId): SearchCollection | undefined {
    return this.#byId.get(id);
  }

  bySlug(slug: string): SearchCollection | undefined {
    const id = this.#bySlug.get(slug);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  childrenOf(id: CollectionId): Iterable<CollectionId> {
    return this.#children.get(id) ?? [];
  }

  /**
   * The positions of collections among their siblings, as far as they have been read since the last change. A
   * collection that is moved can make all of its siblings move, which have no events of their own.
   */
  get positions(): Map<CollectionId, number> {
    return this.#positions;
  }

  /** Adds or replaces a collection. */
  put(collection: SearchCollection): void {
    this.remove(collection.id);
    const { id, slug, parentId } = collection;
    this.#byId.set(id, collection);
    this.#bySlug.set(slug, id);
    if (parentId === null) return;
    const siblings = this.#children.get(parentId) ?? new Set();
    this.#children.set(parentId, siblings.add(id));
  }

  remove(id: CollectionId): void {
    // Not emptied: who is reading positions from before the change fills the old map.
    this.#positions = new Map();
    const before = this.#byId.get(id);
    if (!before) return;
    this.#byId.delete(id);
    // Another collection may have taken over its slug already.
    if (this.#bySlug.get(before.slug) === id) this.#bySlug.delete(before.slug);
    if (before.parentId === null) return;
    const siblings = this.#children.get(before.parentId);
    siblings?.delete(id);
    if (siblings?.size === 0) this.#children.delete(before.parentId);
  }
}
