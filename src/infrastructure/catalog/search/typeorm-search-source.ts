import { kindOf } from "../../../application/shared/ids.js";
import {
  ARRANGEMENT_MODULUS,
  type SearchChange,
  type SearchCollection,
  type SearchDocument,
  type SearchSource,
} from "../../../application/catalog/search/search-source.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { groupBy } from "../../shared/grouped-reads.js";
import type { ReadSource } from "../../shared/read-source.js";
import { fromSqlJson, inChunks, placeholders, type Row } from "../../shared/sql.js";
import { toPublication } from "../product-rows.js";
import { idsNamedIn } from "./named-ids.js";
import { searchDocument, type DocumentRows } from "./search-document.js";

type Reads = Pick<ReadSource, "query">;

/** No more of a description is read: it is looked for in, not shown. In characters. */
const LONGEST_HTML = 60_000;
const VARIANTS = 500;

const PRODUCT = `SELECT l.product_id AS id, l.status, l.published_from, l.published_until, l.created_at, l.updated_at, l.folded_title, l.currency, l.min_price, l.max_price, l.available, l.on_sale,
  p.slug, p.title, SUBSTR(p.description_html, 1, ${LONGEST_HTML}) AS description_html, p.vendor, p.product_type, p.tags, p.options FROM catalog_listing l JOIN catalog_product p ON p.id = l.product_id`;

export const typeormSearchSource = (source: Reads): SearchSource => ({
  productsAfter: async (after, size) =>
    documents(
      source,
      await source.query(
        `${PRODUCT} WHERE l.product_id > ? ORDER BY l.product_id LIMIT ${Math.trunc(size)}`,
        [after ?? ""],
      ),
    ),
  productsById: async (ids) =>
    ids.length === 0
      ? []
      : documents(
          source,
          await source.query(`${PRODUCT} WHERE l.product_id IN (${placeholders(ids)})`, ids),
        ),

  collectionsAfter: async (after, size) =>
    collections(
      source,
      await source.query(`${COLLECTION} WHERE id > ? ORDER BY id LIMIT ${Math.trunc(size)}`, [
        after ?? "",
      ]),
    ),
  collectionsById: async (ids) =>
    ids.length === 0
      ? []
      : collections(
          source,
          await source.query(`${COLLECTION} WHERE id IN (${placeholders(ids)})`, ids),
        ),
  placesOf: async (collection, after, size) => {
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
    changes(
      source,
      await source.query(
        `SELECT id, type, payload FROM outbox WHERE id >= ? ORDER BY id LIMIT ${Math.trunc(size)}`,
        [key],
      ),
    ),
  changesWithin: async (ranges, size) => {
    if (ranges.length === 0) return [];
    const within = ranges.map(() => "id BETWEEN ? AND ?").join(" OR ");
    return changes(
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

const COLLECTION = "SELECT id, title, published_from, published_until FROM catalog_collection";

async function collections(
  source: Reads,
  rows: readonly Row[],
): Promise<readonly SearchCollection[]> {
  const ids = rows.map((row) => String(row["id"]));
  if (ids.length === 0) return [];
  const translations = groupBy(
    await source.query(
      `SELECT owner_id, locale, title FROM catalog_translation WHERE owner_id IN (${placeholders(ids)}) AND title IS NOT NULL`,
      ids,
    ),
    "owner_id",
  );
  return rows.map((row) => ({
    id: id<CollectionId>(String(row["id"])),
    title: String(row["title"]),
    titles: new Map(
      (translations.get(String(row["id"])) ?? []).map(({ locale, title }) => [
        String(locale),
        String(title),
      ]),
    ),
    publication: toPublication(row),
  }));
}

async function documents(
  source: Reads,
  products: readonly Row[],
): Promise<readonly SearchDocument[]> {
  if (products.length === 0) return [];
  const ids = products.map((row) => String(row["id"]));
  const variants = groupBy(await variantsOf(source, ids), "product_id");
  const places = groupBy(
    await source.query(
      `SELECT product_id, collection_id, position FROM catalog_collection_product WHERE product_id IN (${placeholders(ids)}) ORDER BY collection_id`,
      ids,
    ),
    "product_id",
  );
  const translations = groupBy(
    await source.query(
      `SELECT owner_id, locale, title, SUBSTR(description_html, 1, ${LONGEST_HTML}) AS description_html, options FROM catalog_translation WHERE owner_id IN (${placeholders(ids)}) ORDER BY locale`,
      ids,
    ),
    "owner_id",
  );
  const ranges = groupBy(
    await source.query(
      `SELECT product_id, price_list_id, currency, min_price, max_price, available, on_sale FROM catalog_price_range WHERE product_id IN (${placeholders(ids)})`,
      ids,
    ),
    "product_id",
  );
  return products.map((product): SearchDocument => {
    const of = (rows: ReadonlyMap<string, readonly Row[]>): readonly Row[] =>
      rows.get(String(product["id"])) ?? [];
    const rows: DocumentRows = {
      product,
      variants: of(variants),
      places: of(places),
      translations: of(translations),
      ranges: of(ranges),
    };
    return searchDocument(rows);
  });
}

/** In portions, because one product may have thousands. */
async function variantsOf(source: Reads, ids: readonly string[]): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let last: Row | undefined; ; last = found.at(-1)) {
    const beyond = last ? "AND product_id >= ? AND (product_id > ? OR position > ?)" : "";
    const from = last
      ? [String(last["product_id"]), String(last["product_id"]), Number(last["position"])]
      : [];
    const rows = await source.query(
      `SELECT product_id, position, sku, barcode, option_values FROM catalog_variant WHERE product_id IN (${placeholders(ids)}) ${beyond} ORDER BY product_id, position LIMIT ${VARIANTS}`,
      [...ids, ...from],
    );
    found.push(...rows);
    if (rows.length < VARIANTS) return found;
  }
}

/** The prices of a list are worked out for all products before it is used, and no event names them. */
export const CONCERNS_ALL: ReadonlySet<string> = new Set(["pricing.price-list-ready"]);

/** Whatever an event is about: the ids in it say what has to be read again. */
async function changes(source: Reads, rows: readonly Row[]): Promise<readonly SearchChange[]> {
  const named = rows.map((row) => ({
    key: Number(row["id"]),
    isAboutAll: CONCERNS_ALL.has(String(row["type"])),
    ids: idsNamedIn(fromSqlJson<unknown>(row["payload"])),
  }));
  // Stock knows variants only. What else names a variant names its product too.
  const variants = [
    ...new Set(
      named.flatMap(({ ids }) =>
        ids.some((one) => kindOf(one) === "product")
          ? []
          : ids.filter((one) => kindOf(one) === "variant"),
      ),
    ),
  ];
  const owners = new Map<string, ProductId>();
  for (const chunk of inChunks(variants)) {
    const found = await source.query(
      `SELECT id, product_id FROM catalog_variant WHERE id IN (${placeholders(chunk)})`,
      chunk,
    );
    for (const row of found)
      owners.set(String(row["id"]), id<ProductId>(String(row["product_id"])));
  }
  return named.map(({ key, isAboutAll, ids }) => ({
    key,
    isAboutAll,
    products: [
      ...new Set(
        ids.flatMap((one) =>
          kindOf(one) === "product" ? [id<ProductId>(one)] : (owners.get(one) ?? []),
        ),
      ),
    ],
    collections: ids
      .filter((one) => kindOf(one) === "collection")
      .map((one) => id<CollectionId>(one)),
  }));
}
