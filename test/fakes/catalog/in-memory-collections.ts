import type { Collections, Move } from "../../../src/application/catalog/ports/catalog-stores.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import { Collection } from "../../../src/domain/catalog/collections/collection.js";
import { CollectionNotFound } from "../../../src/domain/catalog/collections/errors.js";
import { SlugTaken } from "../../../src/domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../../src/domain/catalog/ids.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { oldSlugs } from "./in-memory-slug-redirects.js";

/** A row of "collection_product", under the key `${collectionId} ${productId}`. */
export interface StoredCollectionProduct {
  readonly collectionId: CollectionId;
  readonly productId: ProductId;
  readonly position: number;
}

// The same distance as in the databases, so that cursors are equal.
const STEP = 2 ** 20;

export class InMemoryCollections implements Collections {
  constructor(private readonly database: InMemoryDatabase) {}

  async get(id: CollectionId): Promise<Collection> {
    const row = this.#rows.get(id);
    if (!row) throw new CollectionNotFound(id);
    return Collection.restore(structuredClone(row));
  }

  async byId(ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, Collection>> {
    const found = [...new Set(ids)].toSorted().flatMap((id) => this.#rows.get(id) ?? []);
    return new Map(found.map((row) => [row.id, Collection.restore(structuredClone(row))]));
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>> {
    const requested = new Set(slugs);
    const found = [...this.#rows.values()].filter(({ slug }) => requested.has(slug));
    return new Map(found.map((row) => [row.slug, Collection.restore(structuredClone(row))]));
  }

  async save(collection: Collection): Promise<void> {
    const snapshot = collection.snapshot();
    const events = collection.pullEvents();
    if (!events[0]) return;
    this.database.checkVersion("collection", snapshot.id, events[0].version - 1);
    for (const other of this.#rows.values())
      if (other.id !== snapshot.id && other.slug === snapshot.slug)
        throw new SlugTaken(snapshot.slug);
    this.#rows.set(snapshot.id, structuredClone(snapshot));
    this.database.append(events, snapshot.id);
  }

  async remove(collection: Collection): Promise<void> {
    this.database.removeAggregate("collection", collection.id, collection);
    this.#arrange(collection.id, []);
  }

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    const taken = new Set(
      [...this.#rows.values(), ...oldSlugs(this.database, "collection")].map(({ slug }) => slug),
    );
    return new Set(slugs.filter((slug) => taken.has(slug)));
  }

  async members(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<ReadonlySet<ProductId>> {
    const order = this.#order(collection);
    return new Set(products.filter((product) => order.includes(product)));
  }

  async addProducts(
    collection: CollectionId,
    products: readonly ProductId[],
    at: number | null,
  ): Promise<readonly ProductId[]> {
    const order = this.#order(collection);
    const fresh = [...new Set(products)].filter((product) => !order.includes(product));
    this.#arrange(collection, order.toSpliced(at ?? order.length, 0, ...fresh));
    return fresh;
  }

  async removeProducts(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<readonly ProductId[]> {
    const order = this.#order(collection);
    this.#arrange(
      collection,
      order.filter((product) => !products.includes(product)),
    );
    return [...new Set(products)].filter((product) => order.includes(product));
  }

  async moveProducts(
    collection: CollectionId,
    moves: readonly Move[],
  ): Promise<readonly ProductId[]> {
    const moved = new Set<ProductId>();
    for (const { product, to } of moves) {
      const order = this.#order(collection);
      if (!order.includes(product)) continue;
      const next = order.filter((one) => one !== product).toSpliced(to, 0, product);
      if (next.join() !== order.join()) moved.add(product);
      this.#arrange(collection, next);
    }
    return [...moved];
  }

  #order(collection: CollectionId): readonly ProductId[] {
    const members = [...this.#members.values()].filter(
      ({ collectionId }) => collectionId === collection,
    );
    return members.toSorted((a, b) => a.position - b.position).map(({ productId }) => productId);
  }

  #arrange(collection: CollectionId, order: readonly ProductId[]): void {
    for (const [key, { collectionId }] of this.#members)
      if (collectionId === collection) this.#members.delete(key);
    for (const [index, productId] of order.entries())
      this.#members.set(`${collection} ${productId}`, {
        collectionId: collection,
        productId,
        position: (index + 1) * STEP,
      });
  }

  get #rows(): Map<string, CollectionSnapshot> {
    return this.database.rows<CollectionSnapshot>("collection");
  }

  get #members(): Map<string, StoredCollectionProduct> {
    return this.database.rows<StoredCollectionProduct>("collection_product");
  }
}
