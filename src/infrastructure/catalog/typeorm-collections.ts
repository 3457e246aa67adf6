import type { Collections } from "../../application/catalog/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import { Collection, type CollectionSnapshot } from "../../domain/catalog/collection.js";
import { CollectionNotFound, SlugTaken } from "../../domain/catalog/errors.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { appendToOutbox, storedVersion } from "../shared/outbox.js";
import { forUpdate, inChunks, insertRows, isDuplicate, placeholders, type SqlSession } from "../shared/sql.js";
import { overwriteRow, removeRow } from "../shared/versioned-rows.js";
import { toCollection, toCollectionRow } from "./collection-rows.js";

export class TypeormCollections implements Collections {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(collectionId: CollectionId): Promise<Collection> {
    const [collection] = await this.load("id", [collectionId]);
    if (!collection) throw new CollectionNotFound(collectionId);
    return Collection.restore(collection);
  }

  async bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>> {
    const collections = await this.load("slug", slugs);
    return new Map(collections.map((collection) => [collection.slug, Collection.restore(collection)]));
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
    await appendToOutbox(this.session, this.clock.now(), events.map((event) => ({ aggregateId: snapshot.id, event })));
  }

  async remove(collection: Collection): Promise<void> {
    const events = collection.pullEvents();
    const { id, version } = collection.snapshot();
    const replaces = storedVersion(events) ?? version;
    await removeRow(this.session, "catalog_collection", id, replaces);
    await this.session.change("DELETE FROM catalog_collection_product WHERE collection_id = ?", [id]);
    await appendToOutbox(this.session, this.clock.now(), events.map((event) => ({ aggregateId: id, event })));
  }

  async append(collection: CollectionId, products: readonly ProductId[]): Promise<number> {
    // The row of the collection is locked first: two that append at once must not hand out the same positions.
    await this.session.query(`SELECT id FROM catalog_collection WHERE id = ?${forUpdate(this.session)}`, [collection]);
    const inside = new Set<string>();
    for (const chunk of inChunks(products)) {
      const rows = await this.session.query(
        `SELECT product_id FROM catalog_collection_product WHERE collection_id = ? AND product_id IN (${placeholders(chunk)})`,
        [collection, ...chunk],
      );
      for (const row of rows) inside.add(String(row["product_id"]));
    }
    const fresh = [...new Set(products)].filter((product) => !inside.has(product));
    const [end] = await this.session.query("SELECT MAX(position) AS position FROM catalog_collection_product WHERE collection_id = ?", [collection]);
    const start = end?.["position"] == null ? 0 : Number(end["position"]) + 1;
    await insertRows(this.session, "catalog_collection_product", fresh.map((product_id, index) => ({ collection_id: collection, product_id, position: start + index })));
    return fresh.length;
  }

  private async load(column: "id" | "slug", values: readonly string[]): Promise<readonly CollectionSnapshot[]> {
    const loaded: CollectionSnapshot[] = [];
    for (const chunk of inChunks([...new Set(values)].toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM catalog_collection WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(this.session)}`,
        chunk,
      );
      loaded.push(...rows.map(toCollection));
    }
    return loaded;
  }
}
