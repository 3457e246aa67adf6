import {
  sortOf,
  type Audience,
  type CatalogReads,
  type FieldsOf,
  type ProductFilter,
  type ProductSort,
  type ProductView,
} from "../../application/catalog/ports.js";
import type { PageRequest } from "../../application/shared/page.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { countByGroup, groupBy, unionOf } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type Condition, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select, type Selection } from "../shared/selection.js";
import { placeholders, type Dialect } from "../shared/sql.js";
import { asksForPrices, matching, visibility, type PriceTable } from "./product-conditions.js";
import { productFieldsAt } from "./product-fields.js";

type Reads = Pick<
  CatalogReads,
  | "products"
  | "countProducts"
  | "productsById"
  | "productsBySlug"
  | "productsOfCollections"
  | "countProductsOfCollections"
>;

export const productReads = (source: ReadSource): Reads => ({
  products: async ({ filter, sort, page }, audience, fields) => {
    const selection = fieldsOf(fields, audience);
    const order = orderOf(sort, filter.collection, audience);
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
    const needs = { selection, filter, order, dialect: source.dialect };
    const from = tables(needs, audience);
    const { sql, values } = allOf([
      ...inCollection(filter),
      ...visibility(audience, "l", isWalked(needs, audience)),
      ...matching(filter, pricesOf(audience)),
      ...conditions,
    ]);
    const rows = await source.query(
      `SELECT ${[...selection.columns, cursorColumns].join(", ")} FROM ${from.sql} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...from.values, ...values],
    );
    return toPage(rows, order, page, selection.read);
  },

  countProducts: async (filter, audience) => {
    const { sql, values } = allOf([
      ...inCollection(filter),
      ...visibility(audience, "l"),
      ...matching(filter, pricesOf(audience)),
    ]);
    const from = tables({ filter }, audience);
    const [row] = await source.query(`SELECT COUNT(*) AS total FROM ${from.sql} WHERE ${sql}`, [
      ...from.values,
      ...values,
    ]);
    return Number(row?.["total"]);
  },

  productsById: (ids, audience, fields) =>
    byKey(source, "l.product_id", ids, audience, fieldsOf(fields, audience)),

  productsBySlug: async (slugs, audience, fields) => {
    const selection = fieldsOf(new Set([...fields, "slug"]), audience);
    const products = await byKey(source, "p.slug", slugs, audience, selection);
    return exactly(slugs, products);
  },

  productsOfCollections: async (ids, page, audience, fields, sorted = "MANUAL") => {
    const pages = new Map<CollectionId, Awaited<ReturnType<Reads["products"]>>>();
    if (ids.length === 0) return pages;
    const selection = fieldsOf(fields, audience);
    const order = orderOf(sortOf(sorted), ids[0], audience);
    const rows = await unionOf(
      source,
      ids.map((collection) => partOf(collection, page, audience, selection, order)),
    );
    const grouped = groupBy(rows, "group_id");
    for (const collection of ids)
      pages.set(collection, toPage(grouped.get(collection) ?? [], order, page, selection.read));
    return pages;
  },

  countProductsOfCollections: (ids, audience) =>
    countByGroup(source, ids, (keys) => ({
      sql: "SELECT cp.collection_id AS group_id, COUNT(*) AS total FROM catalog_collection_product cp JOIN catalog_listing l ON l.product_id = cp.product_id",
      where: [
        { sql: `cp.collection_id IN (${placeholders(keys)})`, values: keys },
        ...visibility(audience, "l"),
      ],
    })),
});

/** MySQL takes `mug` and `mug ` for the same text, whatever the collation that both servers know. */
export const exactly = <Item extends { readonly slug?: string }>(
  slugs: readonly string[],
  found: readonly Item[],
): readonly (Item & { readonly slug: string })[] => {
  const asked = new Set(slugs);
  return found.flatMap((item) =>
    item.slug !== undefined && asked.has(item.slug) ? [{ ...item, slug: item.slug }] : [],
  );
};

const fieldsOf = (fields: FieldsOf<ProductView>, audience: Audience): Selection<ProductView> =>
  select(productFieldsAt(audience), "l.product_id", fields);

/** Where what depends on prices is read for an audience. */
const pricesOf = ({ place }: Audience): PriceTable => (place?.priceList ? "r" : "l");

const byHand = (reverse: boolean): KeysetOrder => ({
  name: "manual",
  column: "cp.position",
  kind: "number",
  idColumn: "l.product_id",
  reverse,
});

function orderOf(
  { key, reverse }: ProductSort,
  collection: CollectionId | undefined,
  { place }: Audience,
): KeysetOrder {
  const by = (name: string, column: string, kind: KeysetOrder["kind"]): KeysetOrder => ({
    name,
    column,
    kind,
    idColumn: "l.product_id",
    reverse,
  });
  if (key === "TITLE") return by("title", "l.folded_title", "text");
  // The index of the ranges ends with their own column of ids; and a place in one list of prices is none in another.
  if (key === "PRICE" && place?.priceList)
    return {
      ...by(`price in ${place.priceList}`, "r.price_rank", "number"),
      idColumn: "r.product_id",
    };
  if (key === "PRICE") return by("price", "l.price_rank", "number");
  if (key === "UPDATED") return by("updated", "l.updated_at", "time");
  if (key === "MANUAL" && collection !== undefined) return byHand(reverse);
  return by("created", "l.created_at", "time");
}

const inCollection = ({ collection }: ProductFilter): readonly Condition[] =>
  collection === undefined ? [] : [{ sql: "cp.collection_id = ?", values: [collection] }];

const PLACES = "JOIN catalog_collection_product cp ON cp.product_id = l.product_id";
const PRODUCT = "JOIN catalog_product p ON p.id = l.product_id";
const CHOICES = "LEFT JOIN catalog_choice o ON o.product_id = l.product_id";

/** What a statement needs to know. */
interface ProductNeeds {
  readonly selection?: Selection<ProductView>;
  readonly filter?: ProductFilter;
  readonly order?: KeysetOrder;
  /** Given where the index of the order is to be named. */
  readonly dialect?: Dialect;
}

/** What a statement about products reads from: first of all `l`, the listing. Its values stand before those of the conditions. */
export const tables = (needs: ProductNeeds, audience: Audience): Condition => {
  const prices = pricesFor(needs, audience);
  const joins = [
    ...(needs.filter?.collection === undefined ? [] : [PLACES]),
    ...(reads(needs, "p.") ? [PRODUCT] : []),
    ...(reads(needs, "o.") ? [CHOICES] : []),
    ...prices.map(({ sql }) => sql),
  ];
  return {
    sql: [`catalog_listing l${walked(needs, audience)}`, ...joins].join(" "),
    values: prices.flatMap(({ values }) => values),
  };
};

/** The index of what is active, in the order of a list: left to themselves, databases prefer to sort what they have read by another one. */
const walked = (needs: ProductNeeds, audience: Audience): string => {
  const { order, dialect } = needs;
  if (order === undefined || !isWalked(needs, audience)) return "";
  const name = `ix_catalog_listing_status_${order.column.slice("l.".length)}_product_id`;
  return dialect === "sqlite" ? ` INDEXED BY ${name}` : ` FORCE INDEX (${name})`;
};

const isWalked = ({ order, filter, dialect }: ProductNeeds, { sees }: Audience): boolean =>
  sees === "visible" &&
  dialect !== undefined &&
  filter?.collection === undefined &&
  order !== undefined &&
  order.column.startsWith("l.");

/**
 * Where a price list holds, and somebody asks for prices. Only a list in the order of prices is to walk the index of the ranges: every
 * other is walked as it always is, and its prices are looked up. So they are joined from the left, or databases would begin with them.
 */
const pricesFor = (needs: ProductNeeds, { place }: Audience): readonly Condition[] => {
  const isByPrice = needs.order?.column.startsWith("r.") ?? false;
  if (!place?.priceList || !(isByPrice || reads(needs, "r.") || asksForPrices(needs.filter ?? {})))
    return [];
  return [
    {
      sql: `${isByPrice ? "JOIN" : "LEFT JOIN"} catalog_price_range r ON r.product_id = l.product_id AND r.price_list_id = ?`,
      values: [place.priceList],
    },
  ];
};

const reads = ({ selection }: ProductNeeds, table: keyof typeof READS): boolean =>
  selection?.columns.some((column) => READS[table].test(column)) ?? false;

// Wherever it stands: a text in another language is looked for before the original one.
const READS = { "p.": /\bp\./, "o.": /\bo\./, "r.": /\br\./ } as const;

async function byKey(
  source: ReadSource,
  column: "l.product_id" | "p.slug",
  keys: readonly string[],
  audience: Audience,
  selection: Selection<ProductView>,
) {
  if (keys.length === 0) return [];
  const { sql, values } = allOf([
    { sql: `${column} IN (${placeholders(keys)})`, values: keys },
    ...visibility(audience, "l"),
  ]);
  const from = tables({ selection }, audience);
  const rows = await source.query(
    `SELECT ${selection.columns.join(", ")} FROM ${from.sql} WHERE ${sql}`,
    [...from.values, ...values],
  );
  return rows.map(selection.read);
}

function partOf(
  collection: CollectionId,
  page: PageRequest,
  audience: Audience,
  selection: Selection<ProductView>,
  order: KeysetOrder,
): Condition {
  const { conditions, select: cursorColumns, orderBy, limit } = keyset(order, page);
  const needs = { selection, filter: { collection: id<CollectionId>(collection) }, order };
  const { sql, values } = allOf([
    ...inCollection(needs.filter),
    ...visibility(audience, "l"),
    ...conditions,
  ]);
  const columns = [...selection.columns, cursorColumns, "cp.collection_id AS group_id"].join(", ");
  const from = tables(needs, audience);
  return {
    sql: `SELECT ${columns} FROM ${from.sql} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    values: [...from.values, ...values],
  };
}
