import type { Audience } from "../../../application/catalog/ports/audience.js";
import type {
  Period,
  ProductFilter,
  PublicationState,
} from "../../../application/catalog/ports/product-list.js";
import { priceListOf } from "../../../application/shared/shopping-context.js";
import { localeChain } from "../../../domain/shared/locale-tag.js";
import { fold } from "../../../domain/shared/text.js";
import { isOneOf, type Condition } from "../../shared/database/condition.js";
import { escapeLike, placeholders } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";
import { UNINDEXED_STATUS } from "../columns/visibility.js";
import { hasMatchingVariant, variantMatch } from "./variant-match.js";

/** Where prices are read: from the listing, or from the price ranges of a price list. */
type PriceTable = "l" | "r";

// A missing row of the ranges has a value: a condition that no missing row can meet would make
// databases begin with the ranges.
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

/**
 * The conditions of a filter on `l`, the listing. The caller joins the collection and the price
 * ranges.
 */
export const productConditions = (
  filter: ProductFilter,
  audience: Audience,
): readonly Condition[] => {
  const prices: PriceTable = priceListOf(audience.shoppingContext) ? "r" : "l";
  const match = variantMatch(filter, audience);
  // Of the whole product only where no variant is asked for: one that can be bought may have a
  // variant that cannot.
  const excludes = (isWanted: boolean | undefined): boolean =>
    isWanted === false && (match?.met.length ?? 0) > 0;
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: Condition["values"]) => conditions.push({ sql, values });
  const { tags, vendors, types, minPrice, maxPrice, available, onSale, priced, statuses, text } =
    filter;

  if (tags) {
    const { sql, values } = isOneOf("t.folded_tag", tags.map(fold));
    add(
      `EXISTS (SELECT 1 FROM catalog_product_tag t WHERE t.product_id = l.product_id AND ${sql})`,
      ...values,
    );
  }
  if (vendors) conditions.push(isOneOf("l.folded_vendor", vendors.map(fold)));
  if (types) conditions.push(isOneOf("l.folded_type", types.map(fold)));
  const { currency, lowest, highest, isAvailable, isOnSale, isPriced } = PRICE_COLUMNS[prices];
  if (minPrice) add(`${currency} = ? AND ${highest} >= ?`, minPrice.currency, minPrice.minorUnits);
  if (maxPrice) add(`${currency} = ? AND ${lowest} <= ?`, maxPrice.currency, maxPrice.minorUnits);
  if (available !== undefined && !excludes(available)) add(`${isAvailable} = ?`, available);
  if (onSale !== undefined && !excludes(onSale)) add(`${isOnSale} = ?`, onSale);
  if (priced !== undefined && !excludes(priced)) add(`${isPriced} = ?`, priced);
  if (statuses)
    conditions.push(isOneOf(statuses.length === 1 ? "l.status" : UNINDEXED_STATUS, statuses));
  if (text !== undefined && fold(text) !== "") {
    const pattern = escapeLike(fold(text));
    add(
      "(l.folded_title LIKE ? ESCAPE '!' OR l.product_id IN (SELECT s.product_id FROM catalog_variant s WHERE s.folded_sku LIKE ? ESCAPE '!'))",
      `%${pattern}%`,
      `${pattern}%`,
    );
  }
  conditions.push(...adminConditions(filter), ...(match ? hasMatchingVariant(match) : []));
  return conditions;
};

/** Whether a filter depends on prices. */
export const dependsOnPrices = ({
  minPrice,
  maxPrice,
  available,
  onSale,
  priced,
}: ProductFilter): boolean =>
  [minPrice, maxPrice, available, onSale, priced].some((one) => one !== undefined);

/** The filters of the admin API only. */
const adminConditions = ({
  created,
  updated,
  publication,
  pictured,
  sku,
  barcode,
  untranslatedIn,
}: ProductFilter): readonly Condition[] => [
  ...isWithin("l.created_at", created),
  ...isWithin("l.updated_at", updated),
  ...(publication ? [PUBLICATION_STATES[publication.state](toSqlTime(publication.at))] : []),
  ...(pictured === undefined
    ? []
    : [{ sql: `l.image_id IS ${pictured ? "NOT NULL" : "NULL"}`, values: [] }]),
  ...(sku === undefined ? [] : [hasVariant("sku", sku)]),
  ...(barcode === undefined ? [] : [hasVariant("barcode", barcode)]),
  ...(untranslatedIn === undefined ? [] : [isUntranslated(localeChain(untranslatedIn))]),
];

// A complete translation into de completes de-AT too.
const isUntranslated = (chain: readonly string[]): Condition =>
  chain.length === 0
    ? { sql: "1 = 1", values: [] }
    : {
        sql: `NOT EXISTS (SELECT 1 FROM catalog_translation t WHERE t.owner_id = l.product_id AND t.locale IN (${placeholders(chain)}) AND t.complete = ?)`,
        values: [...chain, true],
      };

const isWithin = (
  column: "l.created_at" | "l.updated_at",
  { from, until }: Period = {},
): readonly Condition[] => [
  ...(from ? [{ sql: `${column} >= ?`, values: [toSqlTime(from)] }] : []),
  ...(until ? [{ sql: `${column} < ?`, values: [toSqlTime(until)] }] : []),
];

const PUBLICATION_STATES: Readonly<Record<PublicationState, (at: string) => Condition>> = {
  CURRENT: (at) => ({
    sql: "l.published_from <= ? AND (l.published_until IS NULL OR l.published_until > ?)",
    values: [at, at],
  }),
  SCHEDULED: (at) => ({ sql: "l.published_from > ?", values: [at] }),
  ENDED: (at) => ({ sql: "l.published_until <= ?", values: [at] }),
  NONE: () => ({ sql: "l.published_from IS NULL", values: [] }),
};

const hasVariant = (column: "sku" | "barcode", value: string): Condition => ({
  sql: `l.product_id IN (SELECT s.product_id FROM catalog_variant s WHERE s.${column} = ?)`,
  values: [value],
});
