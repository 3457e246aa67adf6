import type { Collections } from "../../../src/application/catalog/ports.js";
import { Collection, type CollectionSnapshot } from "../../../src/domain/catalog/collection.js";
import { CollectionNotFound, SlugTaken } from "../../../src/domain/catalog/errors.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** A row of "collection_product", under the key `${collectionId} ${productId}`. */
export interface StoredPlace {
  readonly collectionId: CollectionId;
  readonly productId: ProductId;
  readonly position: number;
}

export class InMemoryCollections implements Collections {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: CollectionId): Promise<Collection> {
    const row = this.#rows.get(id);
    if (!row) throw new CollectionNotFound(id);
    return Collection.restore(structuredClone(row));
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>> {
    const wanted = new Set(slugs);
    const found = [...this.#rows.values()].filter(({ slug }) => wanted.has(slug));
    return new Map(found.map((row) => [row.slug, Collection.restore(structuredClone(row))]));
  }

  async save(collection: Collection): Promise<void> {
    const snapshot = collection.snapshot();
    const events = collection.pullEvents();
    const stored = this.#rows.get(snapshot.id);
    if (stored?.version === snapshot.version && events.length === 0) return;
    if ((stored?.version ?? 0) !== snapshot.version - 1) throw new StaleVersion(snapshot.id, snapshot.version - 1);
    for (const other of this.#rows.values()) if (other.id !== snapshot.id && other.slug === snapshot.slug) throw new SlugTaken(snapshot.slug);
    this.#rows.set(snapshot.id, structuredClone(snapshot));
    this.database.append(events, snapshot.id);
  }

  async remove(collection: Collection): Promise<void> {
    this.#rows.delete(collection.id);
    for (const [key, { collectionId }] of this.#places) if (collectionId === collection.id) this.#places.delete(key);
    this.database.append(collection.pullEvents(), collection.id);
  }

  async append(collection: CollectionId, products: readonly ProductId[]): Promise<number> {
    if (!this.#rows.has(collection)) throw new CollectionNotFound(collection);
    const inside = [...this.#places.values()].filter(({ collectionId }) => collectionId === collection);
    let last = Math.max(-1, ...inside.map(({ position }) => position));
    const before = this.#places.size;
    for (const productId of products) {
      const key = `${collection} ${productId}`;
      if (!this.#places.has(key)) this.#places.set(key, { collectionId: collection, productId, position: ++last });
    }
    return this.#places.size - before;
  }

  get #rows(): Map<string, CollectionSnapshot> {
    return this.database.rows<CollectionSnapshot>("collection");
  }

  get #places(): Map<string, StoredPlace> {
    return this.database.rows<StoredPlace>("collection_product");
  }
}
