import type {
  Audience,
  Period,
  ProductFilter,
  PublicationState,
  VariantFilter,
} from "../../application/catalog/ports.js";
import { localeChain } from "../../domain/shared/locale.js";
import { fold } from "../../domain/shared/text.js";
import { escapeLike, placeholders, toSqlTime } from "../shared/sql.js";
import type { Condition } from "../shared/keyset.js";

/**
 * What an audience may see of a table with `published_from` and `published_until` (and of products: a status).
 * @param isWalked whether an index that begins with the status is to be walked. Who looks for something else hides the status in an
 * expression: SQLite would take such an index before all others, and read everything that is active.
 */
export const visibility = (
  audience: Audience,
  table: "l" | "c",
  isWalked = false,
): readonly Condition[] => {
  if (audience.sees === "everything") return [];
  const at = toSqlTime(audience.at);
  return [
    ...(table === "l"
      ? [{ sql: isWalked ? "l.status = 'ACTIVE'" : `${STATUS} = 'ACTIVE'`, values: [] }]
      : []),
    {
      sql: `${table}.published_from <= ? AND (${table}.published_until IS NULL OR ${table}.published_until > ?)`,
      values: [at, at],
    },
  ];
};

const STATUS = "COALESCE(l.status, '')";

const oneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 0
    ? { sql: "1 = 0", values: [] }
    : { sql: `${column} IN (${placeholders(values)})`, values };

/** Where what depends on prices is read: from the listing, or from the price ranges of a price list. */
export type PriceTable = "l" | "r";

/** Of the ranges, every one has a value where there is no row: a condition that no missing row can meet would let databases begin with them. */
const PRICE_COLUMNS = {
  l: {
    currency: "l.currency",
    lowest: "l.min_price",
    highest: "l.max_price",
    isAvailable: "l.available",
    isOnSale: "l.on_sale",
    isPriced: "(l.min_price IS NOT NULL)",
  },
  r: {
    currency: "COALESCE(r.currency, '')",
    lowest: "COALESCE(r.min_price, 0)",
    highest: "COALESCE(r.max_price, 0)",
    isAvailable: "COALESCE(r.available, 0)",
    isOnSale: "COALESCE(r.on_sale, 0)",
    isPriced: "(COALESCE(r.min_price, -1) >= 0)",
  },
} as const;

/** Whether a filter asks for something that depends on prices. */
export const asksForPrices = ({
  minPrice,
  maxPrice,
  available,
  onSale,
  priced,
}: ProductFilter): boolean =>
  [minPrice, maxPrice, available, onSale, priced].some((one) => one !== undefined);

/** The conditions of a filter on `l`, the listing. A collection, and the price ranges, are joined by the caller. */
export const matching = (filter: ProductFilter, prices: PriceTable): readonly Condition[] => {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: Condition["values"]) => conditions.push({ sql, values });
  const { tags, vendors, types, minPrice, maxPrice, available, onSale, statuses, text } = filter;

  if (tags) {
    const { sql, values } = oneOf("t.folded_tag", tags.map(fold));
    add(
      `EXISTS (SELECT 1 FROM catalog_product_tag t WHERE t.product_id = l.product_id AND ${sql})`,
      ...values,
    );
  }
  if (vendors) conditions.push(oneOf("l.folded_vendor", vendors.map(fold)));
  if (types) conditions.push(oneOf("l.folded_type", types.map(fold)));
  const { currency, lowest, highest, isAvailable, isOnSale } = PRICE_COLUMNS[prices];
  if (minPrice) add(`${currency} = ? AND ${highest} >= ?`, minPrice.currency, minPrice.minorUnits);
  if (maxPrice) add(`${currency} = ? AND ${lowest} <= ?`, maxPrice.currency, maxPrice.minorUnits);
  if (available !== undefined) add(`${isAvailable} = ?`, available);
  if (onSale !== undefined) add(`${isOnSale} = ?`, onSale);
  if (statuses) conditions.push(oneOf(statuses.length === 1 ? "l.status" : STATUS, statuses));
  if (text !== undefined && fold(text) !== "") {
    const words = escapeLike(fold(text));
    add(
      "(l.folded_title LIKE ? ESCAPE '!' OR l.product_id IN (SELECT s.product_id FROM catalog_variant s WHERE s.folded_sku LIKE ? ESCAPE '!'))",
      `%${words}%`,
      `${words}%`,
    );
  }
  conditions.push(...forBackOffice(filter, prices));
  return conditions;
};

/** What only staff filter by. */
const forBackOffice = (
  { created, updated, publication, priced, pictured, sku, barcode, untranslatedIn }: ProductFilter,
  prices: PriceTable,
): readonly Condition[] => [
  ...within("l.created_at", created),
  ...within("l.updated_at", updated),
  ...(publication ? [STATES[publication.state](toSqlTime(publication.at))] : []),
  ...(priced === undefined
    ? []
    : [{ sql: `${PRICE_COLUMNS[prices].isPriced} = ?`, values: [priced] }]),
  ...(pictured === undefined
    ? []
    : [{ sql: `l.image_id IS ${pictured ? "NOT NULL" : "NULL"}`, values: [] }]),
  ...(sku === undefined ? [] : [ofVariant("sku", sku)]),
  ...(barcode === undefined ? [] : [ofVariant("barcode", barcode)]),
  ...(untranslatedIn === undefined ? [] : [lacking(localeChain(untranslatedIn))]),
];

/** What `de` says in full, `de-AT` says too. */
const lacking = (chain: readonly string[]): Condition =>
  chain.length === 0
    ? { sql: "1 = 1", values: [] }
    : {
        sql: `NOT EXISTS (SELECT 1 FROM catalog_translation t WHERE t.owner_id = l.product_id AND t.locale IN (${placeholders(chain)}) AND t.complete = ?)`,
        values: [...chain, true],
      };

const within = (
  column: "l.created_at" | "l.updated_at",
  { from, until }: Period = {},
): readonly Condition[] => [
  ...(from ? [{ sql: `${column} >= ?`, values: [toSqlTime(from)] }] : []),
  ...(until ? [{ sql: `${column} < ?`, values: [toSqlTime(until)] }] : []),
];

const STATES: Readonly<Record<PublicationState, (at: string) => Condition>> = {
  CURRENT: (at) => ({
    sql: "l.published_from <= ? AND (l.published_until IS NULL OR l.published_until > ?)",
    values: [at, at],
  }),
  SCHEDULED: (at) => ({ sql: "l.published_from > ?", values: [at] }),
  ENDED: (at) => ({ sql: "l.published_until <= ?", values: [at] }),
  NONE: () => ({ sql: "l.published_from IS NULL", values: [] }),
};

const ofVariant = (column: "sku" | "barcode", value: string): Condition => ({
  sql: `l.product_id IN (SELECT s.product_id FROM catalog_variant s WHERE s.${column} = ?)`,
  values: [value],
});

/** The conditions of a filter on `v`, the variant. */
export const matchingVariants = ({
  product,
  vendors,
  sku,
  barcode,
  tracked,
  text,
}: VariantFilter): readonly Condition[] => {
  const words = escapeLike(fold(text ?? ""));
  const ofVendors = vendors && oneOf("l.folded_vendor", vendors.map(fold));
  return [
    ...(product === undefined ? [] : [{ sql: "v.product_id = ?", values: [product] }]),
    ...(ofVendors
      ? [
          {
            sql: `v.product_id IN (SELECT l.product_id FROM catalog_listing l WHERE ${ofVendors.sql})`,
            values: ofVendors.values,
          },
        ]
      : []),
    ...(sku === undefined ? [] : [{ sql: "v.sku = ?", values: [sku] }]),
    ...(barcode === undefined ? [] : [{ sql: "v.barcode = ?", values: [barcode] }]),
    ...(tracked === undefined ? [] : [{ sql: "v.tracked = ?", values: [tracked] }]),
    ...(words === ""
      ? []
      : [
          {
            sql: "(v.folded_sku LIKE ? ESCAPE '!' OR v.product_id IN (SELECT l.product_id FROM catalog_listing l WHERE l.folded_title LIKE ? ESCAPE '!'))",
            values: [`${words}%`, `%${words}%`],
          },
        ]),
  ];
};
