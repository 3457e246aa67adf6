import type { Collections, Move } from "../../application/catalog/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { Collection, type CollectionSnapshot } from "../../domain/catalog/collection.js";
import { CollectionNotFound, SlugTaken } from "../../domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import {
  forUpdate,
  inChunks,
  insertRows,
  isDuplicate,
  placeholders,
  type SqlSession,
} from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { takenSlugs } from "./taken-keys.js";
import { inside, insertPlaces, movePlaces, withdrawPlaces } from "./collection-places.js";
import { toCollection, toCollectionRow } from "./collection-rows.js";
import {
  forgetTranslations,
  rewriteTranslations,
  toCollectionTranslationRows,
} from "./translation-rows.js";

export class TypeormCollections implements Collections {
  /** Those that had texts in other languages when they were loaded. */
  private readonly translated = new Set<string>();

  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(collectionId: CollectionId): Promise<Collection> {
    const [collection] = await this.load("id", [collectionId]);
    if (!collection) throw new CollectionNotFound(collectionId);
    return Collection.restore(collection);
  }

  async byId(ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, Collection>> {
    const collections = await this.load("id", ids);
    return new Map(
      collections.map((collection) => [collection.id, Collection.restore(collection)]),
    );
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>> {
    const collections = await this.load("slug", slugs);
    return new Map(
      collections.map((collection) => [collection.slug, Collection.restore(collection)]),
    );
  }

  async save(collection: Collection): Promise<void> {
    const events = collection.pullEvents();
    const replaces = storedVersion(events);
    if (replaces === null) return;
    const snapshot = collection.snapshot();
    const row = toCollectionRow(snapshot);
    try {
      if (replaces === 0) await insertRows(this.session, "catalog_collection", [row]);
      else await overwriteRow(this.session, "catalog_collection", row, replaces);
    } catch (error) {
      if (isDuplicate(error, "catalog_collection", "slug")) throw new SlugTaken(snapshot.slug);
      throw error;
    }
    if (snapshot.translations.length > 0 || this.translated.has(snapshot.id))
      await rewriteTranslations(this.session, [snapshot.id], toCollectionTranslationRows(snapshot));
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: snapshot.id, event })),
    );
  }

  async remove(collection: Collection): Promise<void> {
    const events = collection.pullEvents();
    const { id, version } = collection.snapshot();
    const replaces = storedVersion(events) ?? version;
    await removeRow(this.session, "catalog_collection", id, replaces);
    await this.session.change("DELETE FROM catalog_collection_product WHERE collection_id = ?", [
      id,
    ]);
    if (this.translated.has(id)) await forgetTranslations(this.session, [id]);
    await appendToOutbox(
      this.session,
      this.clock.now(),
      events.map((event) => ({ aggregateId: id, event })),
    );
  }

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    return takenSlugs(this.session, "collection", slugs);
  }

  inside(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<ReadonlySet<ProductId>> {
    return inside(this.session, collection, products);
  }

  insert(
    collection: CollectionId,
    products: readonly ProductId[],
    at: number | null,
  ): Promise<readonly ProductId[]> {
    return insertPlaces(this.session, collection, products, at);
  }

  withdraw(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<readonly ProductId[]> {
    return withdrawPlaces(this.session, collection, products);
  }

  move(collection: CollectionId, moves: readonly Move[]): Promise<readonly ProductId[]> {
    return movePlaces(this.session, collection, moves);
  }

  private async load(
    column: "id" | "slug",
    values: readonly string[],
  ): Promise<readonly CollectionSnapshot[]> {
    const loaded: CollectionSnapshot[] = [];
    for (const chunk of inChunks([...new Set(values)].toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM catalog_collection WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(this.session)}`,
        chunk,
      );
      loaded.push(...rows.map(toCollection));
      for (const { id, translations } of loaded)
        if (translations.length > 0) this.translated.add(id);
    }
    return loaded;
  }
}
