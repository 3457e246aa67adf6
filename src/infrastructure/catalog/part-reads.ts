import type { CatalogReads, OfferedVariant, OfferView } from "../../application/catalog/ports.js";
import { pageEnds, Placed, type Page, type PageRequest } from "../../application/shared/page.js";
import { positionOf, toPositionCursor } from "../../application/shared/cursor.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { countByGroup, groupBy } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select } from "../shared/selection.js";
import { placeholders, type Row } from "../shared/sql.js";
import { matchingVariants, visibility } from "./product-conditions.js";
import { mediaFieldsAt, VARIANT_FIELDS } from "./product-fields.js";
import { selectOffers, type OfferSelection } from "./typeorm-offers.js";

type Reads = Pick<
  CatalogReads,
  | "variantsOfProducts"
  | "countVariants"
  | "variants"
  | "countAllVariants"
  | "variantsById"
  | "mediaOfProducts"
  | "countMedia"
  | "mediaById"
>;

/** Variants and media: the parts of products, numbered from 0 without gaps. */
export const partReads = (source: ReadSource): Reads => ({
  variantsOfProducts: (ids, page, fields, offered) => {
    const variants = select(VARIANT_FIELDS, "v.id", fields);
    if (!offered || offered.fields.size === 0)
      return pagesByPosition(source, "catalog_variant v", ids, page, variants);
    const offers = selectOffers(offered);
    const read = (row: Row): OfferedVariant =>
      Object.assign(variants.read(row), { offer: offerOf(offers, row) });
    return pagesByPosition(
      source,
      "catalog_variant v",
      ids,
      page,
      { columns: [...variants.columns, ...offers.columns], read },
      offers,
    );
  },
  countVariants: (ids) => countParts(source, "catalog_variant", ids),
  variants: async (filter, page, fields) => {
    const selection = select(VARIANT_FIELDS, "v.id", fields);
    const { conditions, select: cursorColumns, orderBy, limit } = keyset(AS_ADDED, page);
    const { sql, values } = allOf([...matchingVariants(filter), ...conditions]);
    const rows = await source.query(
      `SELECT ${[...selection.columns, cursorColumns].join(", ")} FROM catalog_variant v WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, AS_ADDED, page, selection.read);
  },
  countAllVariants: async (filter) => {
    const { sql, values } = allOf(matchingVariants(filter));
    const [row] = await source.query(
      `SELECT COUNT(*) AS total FROM catalog_variant v WHERE ${sql}`,
      values,
    );
    return Number(row?.["total"]);
  },
  variantsById: async (ids, audience, fields) => {
    if (ids.length === 0) return [];
    const selection = select(VARIANT_FIELDS, "v.id", fields);
    const { sql, values } = allOf([
      { sql: `v.id IN (${placeholders(ids)})`, values: ids },
      ...visibility(audience, "l"),
    ]);
    const rows = await source.query(
      `SELECT ${selection.columns.join(", ")} FROM catalog_variant v JOIN catalog_listing l ON l.product_id = v.product_id WHERE ${sql}`,
      values,
    );
    return rows.map(selection.read);
  },

  mediaOfProducts: (ids, page, fields, audience = {}) =>
    pagesByPosition(
      source,
      "catalog_media m",
      ids,
      page,
      select(mediaFieldsAt(audience), "m.id", fields),
    ),
  countMedia: (ids) => countParts(source, "catalog_media", ids),
  mediaById: async (ids, audience, fields) => {
    if (ids.length === 0) return [];
    const selection = select(mediaFieldsAt(audience), "m.id", fields);
    const ofProducts = allOf([
      { sql: `m.id IN (${placeholders(ids)})`, values: ids },
      ...visibility(audience, "l"),
    ]);
    const ofCollections = allOf([
      { sql: `c.image_id IN (${placeholders(ids)})`, values: ids },
      ...visibility(audience, "c"),
    ]);
    const rows = await source.query(
      `SELECT ${selection.columns.join(", ")} FROM catalog_media m JOIN catalog_listing l ON l.product_id = m.product_id WHERE ${ofProducts.sql}
       UNION ALL SELECT ${selection.columns.join(", ")} FROM
       (SELECT c.image_id AS id, NULL AS product_id, c.image_url AS url, c.image_alt AS alt, c.image_key AS url_key, c.image_focal_x AS focal_x, c.image_focal_y AS focal_y FROM catalog_collection c WHERE ${ofCollections.sql}) m`,
      [...ofProducts.values, ...ofCollections.values],
    );
    return rows.map(selection.read);
  },
});

/** A price that cannot be read takes nothing away but itself. */
const offerOf = (offers: OfferSelection, row: Row): Partial<OfferView> | Error => {
  try {
    return offers.read(row);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** Ids begin with the time. */
const AS_ADDED: KeysetOrder = {
  name: "added",
  column: "v.id",
  kind: "text",
  idColumn: "v.id",
  reverse: false,
};

const countParts = (
  source: ReadSource,
  table: "catalog_variant" | "catalog_media",
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, number>> =>
  countByGroup(source, ids, (keys) => ({
    sql: `SELECT product_id AS group_id, COUNT(*) AS total FROM ${table}`,
    where: [{ sql: `product_id IN (${placeholders(keys)})`, values: keys }],
  }));

interface Shown<Item> {
  readonly columns: readonly string[];
  readonly read: (row: Row) => Item;
}

/** Positions have no gaps, so a page is a range of positions, the same for every product: one statement, no window function. */
async function pagesByPosition<Item>(
  source: ReadSource,
  table: "catalog_variant v" | "catalog_media m",
  ids: readonly ProductId[],
  page: PageRequest,
  selection: Shown<Item>,
  { joins, values }: Pick<OfferSelection, "joins" | "values"> = { joins: "", values: [] },
): Promise<ReadonlyMap<ProductId, Page<Item>>> {
  if (ids.length === 0) return new Map();
  const [name, alias] = table.split(" ");
  const range = rangeOf(
    page,
    `(SELECT MAX(z.position) FROM ${name} z WHERE z.product_id = ${alias}.product_id)`,
  );
  const rows = await source.query(
    `SELECT ${[...new Set([...selection.columns, `${alias}.product_id`, `${alias}.position AS cursor_key`])].join(", ")} FROM ${table}${joins}
     WHERE ${alias}.product_id IN (${placeholders(ids)}) AND ${range.map((bound) => `${alias}.position ${bound}`).join(" AND ")}
     ORDER BY ${alias}.product_id, ${alias}.position`,
    [...values, ...ids],
  );
  const grouped = groupBy(rows, "product_id");
  return new Map(ids.map((product) => [product, cut(grouped.get(product) ?? [], page, selection)]));
}

function rangeOf(page: PageRequest, lastPosition: string): readonly string[] {
  const [after, before] = [
    page.after === null ? -1 : positionOf(page.after),
    page.before === null ? null : positionOf(page.before),
  ];
  const bounds = [`> ${after}`, ...(before === null ? [] : [`< ${before}`])];
  if (page.direction === "forward") return [...bounds, `<= ${after + page.size + 1}`];
  return [...bounds, `>= ${before === null ? lastPosition : before - 1} - ${page.size}`];
}

const cursorOf = (row: Row): string =>
  toPositionCursor(Number(row["cursor_key"]), String(row["id"]));

function cut<Item>(rows: readonly Row[], page: PageRequest, selection: Shown<Item>): Page<Item> {
  const isForward = page.direction === "forward";
  const goesOn = rows.length > page.size;
  const kept = isForward ? rows.slice(0, page.size) : rows.slice(-page.size);
  return {
    items: kept.map((row) => new Placed(selection.read(row), row, cursorOf)),
    ...pageEnds(page, goesOn),
  };
}
