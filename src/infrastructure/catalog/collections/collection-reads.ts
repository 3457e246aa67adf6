import type { Audience, FieldsOf } from "../../../application/catalog/ports/audience.js";
import type { CatalogReads } from "../../../application/catalog/ports/catalog-reads.js";
import type {
  CollectionFilter,
  CollectionList,
} from "../../../application/catalog/ports/collection-list.js";
import type { CollectionView } from "../../../application/catalog/ports/collection-view.js";
import { MAX_COLLECTION_LEVELS } from "../../../domain/catalog/collections/check-nesting.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { allOf } from "../../shared/database/condition.js";
import { countByGroup, groupRows } from "../../shared/database/group-rows.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";
import { countRows, readByKey, readPage, readPages } from "../../shared/database/read-page.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { select, type Selection } from "../../shared/database/selection.js";
import { placeholders } from "../../shared/database/sql-session.js";
import { visibility } from "../columns/visibility.js";
import { withExactSlugs } from "../slugs/with-exact-slugs.js";
import { collectionConditions } from "./collection-conditions.js";
import { collectionFields } from "./collection-fields.js";

type Reads = Pick<
  CatalogReads,
  | "collections"
  | "countCollections"
  | "collectionsById"
  | "collectionsBySlug"
  | "collectionsOfProducts"
  | "countCollectionsOfProducts"
  | "childrenOfCollections"
  | "countChildrenOfCollections"
  | "breadcrumbsOfCollections"
>;

const FROM = "catalog_collection c";

export const collectionReads = (source: ReadSource): Reads => ({
  collections: ({ filter, sort, page }, audience, fields) =>
    readPage(
      source,
      {
        ...fieldsOf(fields, audience),
        from: FROM,
        where: [...visibility(audience, "c"), ...collectionConditions(filter)],
        order: orderOf(sort, filter),
      },
      page,
    ),

  countCollections: (audience, filter) =>
    countRows(source, {
      from: FROM,
      where: [...visibility(audience, "c"), ...collectionConditions(filter)],
    }),

  collectionsById: (ids, audience, fields) =>
    byKey(source, "c.id", ids, audience, fieldsOf(fields, audience)),

  collectionsBySlug: async (slugs, audience, fields) => {
    const selection = fieldsOf(new Set([...fields, "slug"]), audience);
    return withExactSlugs(slugs, await byKey(source, "c.slug", slugs, audience, selection));
  },

  collectionsOfProducts: (ids, page, audience, fields) => {
    const { columns, read } = fieldsOf(fields, audience);
    const order = orderOf({ key: "TITLE", reverse: false });
    return readPages(source, ids, page, (product) => ({
      columns: [...columns, "cp.product_id AS group_id"],
      from: `catalog_collection_product cp JOIN ${FROM} ON c.id = cp.collection_id`,
      where: [{ sql: "cp.product_id = ?", values: [product] }, ...visibility(audience, "c")],
      order,
      read,
    }));
  },

  countCollectionsOfProducts: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: `SELECT cp.product_id AS group_id, COUNT(*) AS total FROM catalog_collection_product cp JOIN ${FROM} ON c.id = cp.collection_id`,
      where: [
        { sql: `cp.product_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "c"),
      ],
    })),

  childrenOfCollections: (ids, page, audience, fields) => {
    const { columns, read } = fieldsOf(fields, audience);
    const order = orderOf({ key: "MANUAL", reverse: false }, { parent: null });
    return readPages(source, ids, page, (parent) => ({
      columns: [...columns, "c.parent_id AS group_id"],
      from: FROM,
      where: [...collectionConditions({ parent }), ...visibility(audience, "c")],
      order,
      read,
    }));
  },

  countChildrenOfCollections: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: `SELECT c.parent_id AS group_id, COUNT(*) AS total FROM ${FROM}`,
      where: [
        { sql: `c.parent_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "c"),
      ],
    })),

  breadcrumbsOfCollections: async (ids, audience, fields) => {
    if (ids.length === 0) return new Map();
    const { columns, read } = fieldsOf(fields, audience);
    const { sql, values } = allOf(visibility(audience, "c"));
    // CROSS JOIN, because SQLite would begin with all collections otherwise.
    const rows = await source.query(
      `WITH RECURSIVE up (group_id, above, level) AS (SELECT s.id, s.parent_id, 1 FROM catalog_collection s WHERE s.id IN (${placeholders(ids)}) AND s.parent_id IS NOT NULL
       UNION ALL SELECT up.group_id, p.parent_id, up.level + 1 FROM up JOIN catalog_collection p ON p.id = up.above WHERE p.parent_id IS NOT NULL AND up.level < ${MAX_COLLECTION_LEVELS})
       SELECT ${[...columns, "up.group_id"].join(", ")} FROM up CROSS JOIN ${FROM} ON c.id = up.above WHERE ${sql} ORDER BY up.group_id, up.level DESC`,
      [...ids, ...values],
    );
    return new Map(
      [...groupRows(rows, "group_id")].map(([collection, path]) => [
        id<CollectionId>(collection),
        path.map(read),
      ]),
    );
  },
});

const fieldsOf = (
  fields: FieldsOf<CollectionView>,
  audience: Audience,
): Selection<CollectionView> => select(collectionFields(audience), "c.id", fields);

const byKey = (
  source: ReadSource,
  column: "c.id" | "c.slug",
  keys: readonly string[],
  audience: Audience,
  selection: Selection<CollectionView>,
) =>
  readByKey(source, column, keys, {
    ...selection,
    from: FROM,
    where: visibility(audience, "c"),
  });

const ORDERS = {
  TITLE: { name: "collection title", column: "c.folded_title", kind: "text" },
  CREATED: { name: "collection created", column: "c.created_at", kind: "time" },
  UPDATED: { name: "collection updated", column: "c.updated_at", kind: "time" },
  MANUAL: { name: "collection manual", column: "c.position", kind: "number" },
} as const;

const orderOf = (
  { key, reverse }: CollectionList["sort"],
  { parent }: CollectionFilter = {},
): KeysetOrder => ({
  ...ORDERS[key === "MANUAL" && parent === undefined ? "CREATED" : key],
  idColumn: "c.id",
  reverse,
});
