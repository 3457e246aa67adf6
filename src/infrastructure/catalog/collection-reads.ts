import type {
  Audience,
  CatalogReads,
  CollectionFilter,
  CollectionList,
  CollectionView,
  FieldsOf,
} from "../../application/catalog/ports.js";
import type { CollectionId, ProductId } from "../../domain/catalog/ids.js";
import { DEEPEST_COLLECTION } from "../../domain/catalog/nest-collection.js";
import { id } from "../../domain/shared/id.js";
import { fold } from "../../domain/shared/text.js";
import { countByGroup, groupBy, unionOf } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select, type Selection } from "../shared/selection.js";
import { escapeLike, placeholders, toSqlTime } from "../shared/sql.js";
import { visibility } from "./product-conditions.js";
import { collectionFieldsAt } from "./product-fields.js";
import { exactly } from "./product-reads.js";

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

export const collectionReads = (source: ReadSource): Reads => ({
  collections: async ({ filter, sort, page }, audience, fields) => {
    const selection = fieldsOf(fields, audience);
    const order = orderOf(sort, filter);
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
    const { sql, values } = allOf([
      ...visibility(audience, "c"),
      ...matching(filter),
      ...conditions,
    ]);
    const rows = await source.query(
      `SELECT ${[...selection.columns, cursorColumns].join(", ")} FROM catalog_collection c WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, order, page, selection.read);
  },

  countCollections: async (audience, filter) => {
    const { sql, values } = allOf([...visibility(audience, "c"), ...matching(filter)]);
    const [row] = await source.query(
      `SELECT COUNT(*) AS total FROM catalog_collection c WHERE ${sql}`,
      values,
    );
    return Number(row?.["total"]);
  },

  collectionsById: (ids, audience, fields) =>
    byKey(source, "c.id", ids, audience, fieldsOf(fields, audience)),

  collectionsBySlug: async (slugs, audience, fields) => {
    const collections = await byKey(
      source,
      "c.slug",
      slugs,
      audience,
      fieldsOf(new Set([...fields, "slug"]), audience),
    );
    return exactly(slugs, collections);
  },

  collectionsOfProducts: async (ids, page, audience, fields) => {
    const pages = new Map<ProductId, Awaited<ReturnType<Reads["collections"]>>>();
    if (ids.length === 0) return pages;
    const selection = fieldsOf(fields, audience);
    const order = orderOf({ key: "TITLE", reverse: false });
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
    const parts = ids.map((product) => {
      const { sql, values } = allOf([
        { sql: "cp.product_id = ?", values: [product] },
        ...visibility(audience, "c"),
        ...conditions,
      ]);
      const columns = [...selection.columns, cursorColumns, "cp.product_id AS group_id"].join(", ");
      const from =
        "catalog_collection_product cp JOIN catalog_collection c ON c.id = cp.collection_id";
      return {
        sql: `SELECT ${columns} FROM ${from} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
        values,
      };
    });
    const rows = await unionOf(source, parts);
    const grouped = groupBy(rows, "group_id");
    for (const product of ids)
      pages.set(product, toPage(grouped.get(product) ?? [], order, page, selection.read));
    return pages;
  },

  childrenOfCollections: async (ids, page, audience, fields) => {
    const pages = new Map<CollectionId, Awaited<ReturnType<Reads["collections"]>>>();
    if (ids.length === 0) return pages;
    const selection = fieldsOf(fields, audience);
    const order = orderOf({ key: "MANUAL", reverse: false }, { parent: null });
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
    const parts = ids.map((parent) => {
      const { sql, values } = allOf([
        ...matching({ parent }),
        ...visibility(audience, "c"),
        ...conditions,
      ]);
      return {
        sql: `SELECT ${[...selection.columns, cursorColumns, "c.parent_id AS group_id"].join(", ")} FROM catalog_collection c WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
        values,
      };
    });
    const grouped = groupBy(await unionOf(source, parts), "group_id");
    for (const parent of ids)
      pages.set(parent, toPage(grouped.get(parent) ?? [], order, page, selection.read));
    return pages;
  },

  countChildrenOfCollections: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT c.parent_id AS group_id, COUNT(*) AS total FROM catalog_collection c",
      where: [
        { sql: `c.parent_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "c"),
      ],
    })),

  breadcrumbsOfCollections: async (ids, audience, fields) => {
    if (ids.length === 0) return new Map();
    const selection = fieldsOf(fields, audience);
    const { sql, values } = allOf(visibility(audience, "c"));
    // One statement, however many there are and however deep they stand. CROSS, because SQLite would else begin with all collections.
    const rows = await source.query(
      `WITH RECURSIVE up (group_id, above, level) AS (SELECT s.id, s.parent_id, 1 FROM catalog_collection s WHERE s.id IN (${placeholders(ids)}) AND s.parent_id IS NOT NULL
       UNION ALL SELECT up.group_id, p.parent_id, up.level + 1 FROM up JOIN catalog_collection p ON p.id = up.above WHERE p.parent_id IS NOT NULL AND up.level < ${DEEPEST_COLLECTION})
       SELECT ${[...selection.columns, "up.group_id"].join(", ")} FROM up CROSS JOIN catalog_collection c ON c.id = up.above WHERE ${sql} ORDER BY up.group_id, up.level DESC`,
      [...ids, ...values],
    );
    return new Map(
      [...groupBy(rows, "group_id")].map(([group, path]) => [
        id<CollectionId>(group),
        path.map(selection.read),
      ]),
    );
  },

  countCollectionsOfProducts: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT cp.product_id AS group_id, COUNT(*) AS total FROM catalog_collection_product cp JOIN catalog_collection c ON c.id = cp.collection_id",
      where: [
        { sql: `cp.product_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "c"),
      ],
    })),
});

const fieldsOf = (
  fields: FieldsOf<CollectionView>,
  audience: Audience,
): Selection<CollectionView> => select(collectionFieldsAt(audience), "c.id", fields);

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

const matching = ({
  text = "",
  published,
  parent,
  kind,
}: CollectionFilter = {}): readonly Condition[] => [
  ...(parent === undefined
    ? []
    : [
        parent === null
          ? { sql: "c.parent_id IS NULL", values: [] }
          : { sql: "c.parent_id = ?", values: [parent] },
      ]),
  ...(kind === undefined ? [] : [{ sql: "c.kind = ?", values: [kind] }]),
  ...(fold(text) === ""
    ? []
    : [{ sql: "c.folded_title LIKE ? ESCAPE '!'", values: [`%${escapeLike(fold(text))}%`] }]),
  ...(published ? [shown(published.is, toSqlTime(published.at))] : []),
];

const shown = (is: boolean, at: string): Condition =>
  is
    ? {
        sql: "c.published_from <= ? AND (c.published_until IS NULL OR c.published_until > ?)",
        values: [at, at],
      }
    : {
        sql: "(c.published_from IS NULL OR c.published_from > ? OR c.published_until <= ?)",
        values: [at, at],
      };

async function byKey(
  source: ReadSource,
  column: "c.id" | "c.slug",
  keys: readonly string[],
  audience: Audience,
  selection: Selection<CollectionView>,
) {
  if (keys.length === 0) return [];
  const { sql, values } = allOf([
    { sql: `${column} IN (${placeholders(keys)})`, values: keys },
    ...visibility(audience, "c"),
  ]);
  const rows = await source.query(
    `SELECT ${selection.columns.join(", ")} FROM catalog_collection c WHERE ${sql}`,
    values,
  );
  return rows.map(selection.read);
}
