import { sortOf, type Audience, type CatalogReads, type FieldsOf, type ProductFilter, type ProductSort, type ProductView } from "../../application/catalog/ports.js";
import type { PageRequest } from "../../application/shared/page.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { countByGroup, groupBy, unionOf } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select, type Selection } from "../shared/selection.js";
import { placeholders } from "../shared/sql.js";
import { matching, visibility } from "./product-conditions.js";
import { PRODUCT_FIELDS } from "./product-fields.js";

type Reads = Pick<CatalogReads, "products" | "countProducts" | "productsById" | "productsBySlug" | "productsOfCollections" | "countProductsOfCollections">;

export const productReads = (source: ReadSource): Reads => ({
  products: async ({ filter, sort, page }, audience, fields) => {
    const selection = fieldsOf(fields);
    const order = orderOf(sort, filter.collection);
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
    const { sql, values } = allOf([...inCollection(filter), ...visibility(audience, "l"), ...matching(filter), ...conditions]);
    const rows = await source.query(
      `SELECT ${[...selection.columns, cursorColumns].join(", ")} FROM ${tables(selection, filter.collection)} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, order, page, selection.read);
  },

  countProducts: async (filter, audience) => {
    const { sql, values } = allOf([...inCollection(filter), ...visibility(audience, "l"), ...matching(filter)]);
    const [row] = await source.query(`SELECT COUNT(*) AS total FROM ${tables(undefined, filter.collection)} WHERE ${sql}`, values);
    return Number(row?.["total"]);
  },

  productsById: (ids, audience, fields) => byKey(source, "l.product_id", ids, audience, fieldsOf(fields)),

  productsBySlug: async (slugs, audience, fields) => {
    const selection = fieldsOf(new Set([...fields, "slug"]));
    const products = await byKey(source, "p.slug", slugs, audience, selection);
    return exactly(slugs, products);
  },

  productsOfCollections: async (ids, page, audience, fields, sorted = "MANUAL") => {
    const pages = new Map<CollectionId, Awaited<ReturnType<Reads["products"]>>>();
    if (ids.length === 0) return pages;
    const selection = fieldsOf(fields);
    const order = orderOf(sortOf(sorted), ids[0]);
    const rows = await unionOf(source, ids.map((collection) => partOf(collection, page, audience, selection, order)));
    const grouped = groupBy(rows, "group_id");
    for (const collection of ids) pages.set(collection, toPage(grouped.get(collection) ?? [], order, page, selection.read));
    return pages;
  },

  countProductsOfCollections: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT cp.collection_id AS group_id, COUNT(*) AS total FROM catalog_collection_product cp JOIN catalog_listing l ON l.product_id = cp.product_id",
      where: [{ sql: `cp.collection_id IN (${placeholders(keys)})`, values: keys }, ...visibility(audience, "l")],
    })),
});

/** MySQL takes `mug` and `mug ` for the same text, whatever the collation that both servers know. */
export const exactly = <Item extends { readonly slug?: string }>(slugs: readonly string[], found: readonly Item[]): readonly (Item & { readonly slug: string })[] => {
  const asked = new Set(slugs);
  return found.flatMap((item) => (item.slug !== undefined && asked.has(item.slug) ? [{ ...item, slug: item.slug }] : []));
};

const fieldsOf = (fields: FieldsOf<ProductView>): Selection<ProductView> => select(PRODUCT_FIELDS, "l.product_id", fields);

const byHand = (reverse: boolean): KeysetOrder => ({ name: "manual", column: "cp.position", kind: "number", idColumn: "l.product_id", reverse });

function orderOf({ key, reverse }: ProductSort, collection: CollectionId | undefined): KeysetOrder {
  const by = (name: string, column: string, kind: KeysetOrder["kind"]): KeysetOrder => ({ name, column, kind, idColumn: "l.product_id", reverse });
  if (key === "TITLE") return by("title", "l.folded_title", "text");
  if (key === "PRICE") return by("price", "l.price_rank", "number");
  if (key === "UPDATED") return by("updated", "l.updated_at", "time");
  if (key === "MANUAL" && collection !== undefined) return byHand(reverse);
  return by("created", "l.created_at", "time");
}

const inCollection = ({ collection }: ProductFilter): readonly Condition[] => (collection === undefined ? [] : [{ sql: "cp.collection_id = ?", values: [collection] }]);

const PLACES = "JOIN catalog_collection_product cp ON cp.product_id = l.product_id";
const PRODUCT = "JOIN catalog_product p ON p.id = l.product_id";
const CHOICES = "LEFT JOIN catalog_choice o ON o.product_id = l.product_id";

const tables = (selection: Selection<ProductView> | undefined, collection: CollectionId | undefined): string =>
  ["catalog_listing l", ...(collection === undefined ? [] : [PLACES]), ...(reads(selection, "p.") ? [PRODUCT] : []), ...(reads(selection, "o.") ? [CHOICES] : [])].join(" ");

const reads = (selection: Selection<ProductView> | undefined, table: "p." | "o."): boolean => selection?.columns.some((column) => column.startsWith(table)) ?? false;

async function byKey(source: ReadSource, column: "l.product_id" | "p.slug", keys: readonly string[], audience: Audience, selection: Selection<ProductView>) {
  if (keys.length === 0) return [];
  const { sql, values } = allOf([{ sql: `${column} IN (${placeholders(keys)})`, values: keys }, ...visibility(audience, "l")]);
  const rows = await source.query(`SELECT ${selection.columns.join(", ")} FROM ${tables(selection, undefined)} WHERE ${sql}`, values);
  return rows.map(selection.read);
}

function partOf(collection: CollectionId, page: PageRequest, audience: Audience, selection: Selection<ProductView>, order: KeysetOrder): Condition {
  const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
  const { sql, values } = allOf([...inCollection({ collection: id<CollectionId>(collection) }), ...visibility(audience, "l"), ...conditions]);
  const columns = [...selection.columns, cursorColumns, "cp.collection_id AS group_id"].join(", ");
  return { sql: `SELECT ${columns} FROM ${tables(selection, collection)} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`, values };
}
