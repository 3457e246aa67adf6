import {
  ARRANGEMENT_MODULUS,
  type SearchCollection,
  type SearchSource,
} from "../../application/search/ports/search-source.js";
import type { CollectionOrder } from "../../domain/catalog/catalog.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { toPeriod } from "../shared/database/cell.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import { searchChanges } from "./search-changes.js";
import { readSearchFields } from "./read-search-fields.js";
import { searchDocuments, searchedProducts } from "./search-documents.js";

type Reads = Pick<ReadSource, "query" | "dialect">;

const PRODUCTS_AT_ONCE = { sqlite: 25, mysql: 250 } as const;

export const sqlSearchSource = (source: Reads): SearchSource => ({
  productsAtOnce: PRODUCTS_AT_ONCE[source.dialect],
  productIdsAfter: async (after, size) =>
    (
      await source.query(
        `SELECT product_id FROM catalog_listing WHERE product_id > ? ORDER BY product_id LIMIT ${Math.trunc(size)}`,
        [after ?? ""],
      )
    ).map((row) => id<ProductId>(String(row["product_id"]))),
  fields: () => readSearchFields(source),
  productsById: async (ids, fields) =>
    ids.length === 0
      ? []
      : searchDocuments(
          source,
          await source.query(
            `${searchedProducts(fields)} WHERE l.product_id IN (${placeholders(ids)})`,
            ids,
          ),
          fields,
        ),

  collectionsAfter: async (after, size) =>
    searchCollections(
      source,
      await source.query(`${COLLECTION} WHERE id > ? ORDER BY id LIMIT ${Math.trunc(size)}`, [
        after ?? "",
      ]),
    ),
  collectionsById: async (ids) =>
    ids.length === 0
      ? []
      : searchCollections(
          source,
          await source.query(`${COLLECTION} WHERE id IN (${placeholders(ids)})`, ids),
        ),
  siblingPositions: async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await source.query(
      `SELECT id, position FROM catalog_collection WHERE id IN (${placeholders(ids)})`,
      ids,
    );
    return new Map(
      rows.map((row) => [id<CollectionId>(String(row["id"])), Number(row["position"])]),
    );
  },
  positionsOf: async (collection, after, size) => {
    const rows = await source.query(
      `SELECT product_id, position FROM catalog_collection_product WHERE collection_id = ? AND product_id > ? ORDER BY product_id LIMIT ${Math.trunc(size)}`,
      [collection, after ?? ""],
    );
    return rows.map((row) => ({
      productId: id<ProductId>(String(row["product_id"])),
      position: Number(row["position"]),
    }));
  },
  arrangements: async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await source.query(
      `SELECT collection_id, SUM(1 + position % ${ARRANGEMENT_MODULUS}) AS figure FROM catalog_collection_product WHERE collection_id IN (${placeholders(ids)}) GROUP BY collection_id`,
      ids,
    );
    return new Map(
      rows.map((row) => [id<CollectionId>(String(row["collection_id"])), Number(row["figure"])]),
    );
  },

  newest: async () =>
    Number((await source.query("SELECT MAX(id) AS newest FROM outbox"))[0]?.["newest"] ?? 0),
  changesFrom: async (key, size) =>
    searchChanges(
      source,
      await source.query(
        `SELECT id, type, payload FROM outbox WHERE id >= ? ORDER BY id LIMIT ${Math.trunc(size)}`,
        [key],
      ),
    ),
  changesWithin: async (ranges, size) => {
    if (ranges.length === 0) return [];
    const within = ranges.map(() => "id BETWEEN ? AND ?").join(" OR ");
    return searchChanges(
      source,
      await source.query(
        `SELECT id, type, payload FROM outbox WHERE ${within} ORDER BY id LIMIT ${Math.trunc(size)}`,
        ranges.flatMap(({ first, last }) => [first, last]),
      ),
    );
  },
  keysUntil: async (key, size) =>
    (
      await source.query(
        `SELECT id FROM outbox WHERE id <= ? ORDER BY id DESC LIMIT ${Math.trunc(size)}`,
        [key],
      )
    ).map((row) => Number(row["id"])),
});

const COLLECTION =
  "SELECT id, slug, title, parent_id, sort_order, published_from, published_until FROM catalog_collection";

async function searchCollections(
  source: Reads,
  rows: readonly Row[],
): Promise<readonly SearchCollection[]> {
  const ids = rows.map((row) => String(row["id"]));
  if (ids.length === 0) return [];
  const translations = groupRows(
    await source.query(
      `SELECT owner_id, locale, title FROM catalog_translation WHERE owner_id IN (${placeholders(ids)}) AND title IS NOT NULL`,
      ids,
    ),
    "owner_id",
  );
  return rows.map((row) => ({
    id: id<CollectionId>(String(row["id"])),
    slug: String(row["slug"]),
    title: String(row["title"]),
    parentId: row["parent_id"] == null ? null : id<CollectionId>(String(row["parent_id"])),
    sortOrder: row["sort_order"] as CollectionOrder,
    titles: new Map(
      (translations.get(String(row["id"])) ?? []).map(({ locale, title }) => [
        String(locale),
        String(title),
      ]),
    ),
    publication: toPeriod(row["published_from"], row["published_until"]),
  }));
}
