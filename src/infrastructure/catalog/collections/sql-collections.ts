import type { Collections, Move } from "../../../application/catalog/ports/catalog-stores.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import { Collection } from "../../../domain/catalog/collections/collection.js";
import { CollectionNotFound } from "../../../domain/catalog/collections/errors.js";
import { SlugTaken } from "../../../domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { fold } from "../../../domain/shared/text.js";
import { changeOf, removalOf } from "../../shared/database/aggregate-change.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import { isDuplicate } from "../../shared/database/driver-error.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import {
  removeRow,
  saveRow,
  versioned,
  type VersionedRow,
} from "../../shared/database/versioned-row.js";
import { appendToOutbox } from "../../shared/worker/append-to-outbox.js";
import { toCollectionMetafieldRows } from "../metafields/metafield-rows.js";
import { takenSlugs } from "../slugs/taken-slugs.js";
import {
  deleteTranslations,
  rewriteTranslations,
  toCollectionTranslationRows,
} from "../translations/translation-rows.js";
import {
  insertCollectionProducts,
  productsInside,
  moveCollectionProducts,
  removeCollectionProducts,
} from "./collection-products.js";
import { COLLECTION_TABLE } from "./collection-table.js";

export class SqlCollections implements Collections {
  /** The collections that had translations or metafields when they were loaded. */
  private readonly translated = new Set<string>();
  private readonly withFields = new Map<string, CollectionSnapshot["metafields"]>();

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
    const change = changeOf(collection);
    if (!change) return;
    const { snapshot, events, replaces } = change;
    try {
      await saveRow(this.session, "catalog_collection", toCollectionRow(snapshot), replaces);
    } catch (error) {
      if (isDuplicate(error, "catalog_collection", "slug")) throw new SlugTaken(snapshot.slug);
      throw error;
    }
    if (snapshot.translations.length > 0 || this.translated.has(snapshot.id))
      await rewriteTranslations(this.session, [snapshot.id], toCollectionTranslationRows(snapshot));
    await this.saveFields(snapshot);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: snapshot.id, events }]);
  }

  async remove(collection: Collection): Promise<void> {
    const { snapshot, events, replaces } = removalOf(collection);
    const { id } = snapshot;
    await removeRow(this.session, "catalog_collection", id, replaces);
    await this.session.change("DELETE FROM catalog_collection_product WHERE collection_id = ?", [
      id,
    ]);
    if (this.translated.has(id)) await deleteTranslations(this.session, [id]);
    if (this.withFields.has(id)) await this.deleteFields(id);
    await appendToOutbox(this.session, this.clock.now(), [{ aggregateId: id, events }]);
  }

  private async saveFields(snapshot: CollectionSnapshot): Promise<void> {
    const stored = this.withFields.get(snapshot.id);
    if (deepEqual(stored ?? [], snapshot.metafields)) return;
    if (stored) await this.deleteFields(snapshot.id);
    await insertRows(
      this.session,
      "catalog_collection_metafield",
      toCollectionMetafieldRows(snapshot),
    );
  }

  private async deleteFields(collection: string): Promise<void> {
    await this.session.change("DELETE FROM catalog_collection_metafield WHERE collection_id = ?", [
      collection,
    ]);
  }

  async takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>> {
    return takenSlugs(this.session, "collection", slugs);
  }

  members(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<ReadonlySet<ProductId>> {
    return productsInside(this.session, collection, products);
  }

  addProducts(
    collection: CollectionId,
    products: readonly ProductId[],
    at: number | null,
  ): Promise<readonly ProductId[]> {
    return insertCollectionProducts(this.session, collection, products, at);
  }

  removeProducts(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<readonly ProductId[]> {
    return removeCollectionProducts(this.session, collection, products);
  }

  moveProducts(collection: CollectionId, moves: readonly Move[]): Promise<readonly ProductId[]> {
    return moveCollectionProducts(this.session, collection, moves);
  }

  private async load(
    column: "id" | "slug",
    values: readonly string[],
  ): Promise<readonly CollectionSnapshot[]> {
    const loaded: CollectionSnapshot[] = [];
    for (const chunk of toChunks([...new Set(values)].toSorted())) {
      const rows = await this.session.query(
        `SELECT ${COLLECTION_TABLE.selection} FROM catalog_collection WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(this.session)}`,
        chunk,
      );
      loaded.push(...rows.map(COLLECTION_TABLE.toRecord));
      for (const { id, translations, metafields } of loaded) {
        if (translations.length > 0) this.translated.add(id);
        if (metafields.length > 0) this.withFields.set(id, metafields);
      }
    }
    return loaded;
  }
}

const toCollectionRow = (collection: CollectionSnapshot): VersionedRow =>
  versioned(collection, {
    ...COLLECTION_TABLE.toRow(collection),
    folded_title: fold(collection.title).slice(0, 255),
    kind: collection.rules ? "AUTOMATED" : "MANUAL",
  });
