import type { SearchDocument, SearchField } from "../../application/search/ports/search-source.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import { NO_LIST_PRICES, readListPrices } from "./read-list-prices.js";
import { imagesOfSwatches, searchDocument } from "./search-document.js";
import { isText } from "./search-fields.js";
import { TimeSlice } from "./time-slice.js";

/** How much of a description is read, in characters: it is searched, not shown. */
const LONGEST_HTML = 60_000;

const VARIANTS_AT_ONCE = 500;
const IMAGES_AT_ONCE = 500;

/** @param fields without any, no custom fields are read */
export const searchedProducts = (
  fields: readonly SearchField[],
): string => `SELECT l.product_id AS id, l.status, l.published_from, l.published_until, l.created_at, l.updated_at, l.folded_title, l.currency, l.min_price, l.max_price, l.available, l.on_sale,
  p.slug, p.title, SUBSTR(p.description_html, 1, ${LONGEST_HTML}) AS description_html, p.vendor, p.product_type, p.tags, p.options, ${fields.length > 0 ? "p.metafields, " : ""}o.available AS sellable FROM catalog_listing l JOIN catalog_product p ON p.id = l.product_id LEFT JOIN catalog_choice o ON o.product_id = l.product_id`;

/** Reads the documents of products. @param products rows of `searchedProducts` */
export async function searchDocuments(
  source: Pick<ReadSource, "query">,
  products: readonly Row[],
  fields: readonly SearchField[],
): Promise<readonly SearchDocument[]> {
  if (products.length === 0) return [];
  const ids = products.map((row) => String(row["id"]));
  const slice = new TimeSlice();
  // At once, because a server takes its time for each.
  const found = await Promise.all([
    variantsOf(
      source,
      ids,
      fields.some(({ ofVariants }) => ofVariants),
      slice,
    ),
    source.query(
      `SELECT product_id, collection_id, position FROM catalog_collection_product WHERE product_id IN (${placeholders(ids)}) ORDER BY collection_id`,
      ids,
    ),
    source.query(
      `SELECT owner_id, locale, title, SUBSTR(description_html, 1, ${LONGEST_HTML}) AS description_html, options${fields.some(isText) ? ", metafields" : ""} FROM catalog_translation WHERE owner_id IN (${placeholders(ids)}) ORDER BY locale`,
      ids,
    ),
    source.query(
      `SELECT product_id, price_list_id, currency, min_price, max_price, available, on_sale, sellable FROM catalog_price_range WHERE product_id IN (${placeholders(ids)})`,
      ids,
    ),
    swatchImages(source, products),
  ]);
  const listPrices =
    found[3].length > 0 ? await readListPrices(source, found[0], slice) : NO_LIST_PRICES;
  const variants = groupRows(found[0], "product_id");
  const positions = groupRows(found[1], "product_id");
  const translations = groupRows(found[2], "owner_id");
  const ranges = groupRows(found[3], "product_id");
  const images = groupRows(found[4], "product_id");
  const of = (rows: ReadonlyMap<string, readonly Row[]>, product: Row): readonly Row[] =>
    rows.get(String(product["id"])) ?? [];
  const documents: SearchDocument[] = [];
  for (const product of products) {
    await slice.yieldWhenOver();
    documents.push(
      searchDocument({
        product,
        variants: of(variants, product),
        positions: of(positions, product),
        images: of(images, product),
        translations: of(translations, product),
        ranges: of(ranges, product),
        listPrices,
        fields,
      }),
    );
  }
  return documents;
}

/** The addresses of the images that are swatches; no statement where no product has any. */
async function swatchImages(
  source: Pick<ReadSource, "query">,
  products: readonly Row[],
): Promise<readonly Row[]> {
  const ids = [...new Set(products.flatMap((row) => imagesOfSwatches(row)))];
  const found: Row[] = [];
  for (let start = 0; start < ids.length; start += IMAGES_AT_ONCE) {
    const some = ids.slice(start, start + IMAGES_AT_ONCE);
    found.push(
      ...(await source.query(
        `SELECT id, product_id, url FROM catalog_media WHERE id IN (${placeholders(some)})`,
        some,
      )),
    );
  }
  return found;
}

/** In several statements, because one product may have thousands. */
async function variantsOf(
  source: Pick<ReadSource, "query">,
  ids: readonly string[],
  withMetafields: boolean,
  slice: TimeSlice,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let last: Row | undefined; ; last = found.at(-1)) {
    const beyond = last ? "AND v.product_id >= ? AND (v.product_id > ? OR v.position > ?)" : "";
    const from = last
      ? [String(last["product_id"]), String(last["product_id"]), Number(last["position"])]
      : [];
    const rows = await source.query(
      `SELECT v.id, v.product_id, v.position, v.sku, v.barcode, v.option_values, ${withMetafields ? "v.metafields, " : ""}p.currency, p.price, p.compare_at FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.product_id IN (${placeholders(ids)}) ${beyond} ORDER BY v.product_id, v.position LIMIT ${VARIANTS_AT_ONCE}`,
      [...ids, ...from],
    );
    found.push(...rows);
    if (rows.length < VARIANTS_AT_ONCE) return found;
    await slice.yieldWhenOver();
  }
}
