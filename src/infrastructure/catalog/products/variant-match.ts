import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { ProductFilter } from "../../../application/catalog/ports/product-list.js";
import { priceListOf } from "../../../application/shared/shopping-context.js";
import { fold } from "../../../domain/shared/text.js";
import { allOf, type Condition } from "../../shared/database/condition.js";
import { escapeLike } from "../../shared/database/sql-session.js";

/**
 * The conditions of a filter that one and the same variant must meet, for a statement on `v`, the
 * variant, that is inside of a statement on `l`, the listing of its product.
 */
export interface VariantMatch {
  /** `catalog_variant v` with everything that the conditions read. */
  readonly from: Condition;
  readonly met: readonly Condition[];
  /** Of the variants that meet the conditions, none may meet one of these. */
  readonly excluded: readonly Condition[];
  readonly isAvailable: Condition;
  readonly price: Condition;
}

/** Null for a filter without conditions on variants. */
export const variantMatch = (filter: ProductFilter, audience: Audience): VariantMatch | null => {
  const { minPrice, maxPrice, available, onSale, priced, sku, barcode, text = "" } = filter;
  const { price, isReduced, joins } = pricesAt(
    audience,
    audience.shoppingContext?.currency ?? (minPrice ?? maxPrice)?.currency ?? null,
  );
  const isAvailable = availabilityAt(audience);
  const isPriced = { ...price, sql: `${price.sql} IS NOT NULL` };
  const flags = [
    [available, isAvailable],
    [onSale, isReduced],
    [priced, isPriced],
  ] as const;
  const met: Condition[] = [
    ...(minPrice
      ? [{ sql: `${price.sql} >= ?`, values: [...price.values, minPrice.minorUnits] }]
      : []),
    ...(maxPrice
      ? [{ sql: `${price.sql} <= ?`, values: [...price.values, maxPrice.minorUnits] }]
      : []),
    ...flags.flatMap(([isWanted, condition]) => (isWanted === true ? [condition] : [])),
    ...(sku === undefined ? [] : [{ sql: "v.sku = ?", values: [sku] }]),
    ...(barcode === undefined ? [] : [{ sql: "v.barcode = ?", values: [barcode] }]),
  ];
  const excluded = flags.flatMap(([isWanted, condition]) =>
    isWanted === false ? [condition] : [],
  );
  if (met.length === 0 && excluded.length === 0) return null;
  const pattern = escapeLike(fold(text));
  // Alone it is a condition on the product.
  if (pattern !== "")
    met.push({
      sql: "(l.folded_title LIKE ? ESCAPE '!' OR v.folded_sku LIKE ? ESCAPE '!')",
      values: [`%${pattern}%`, `${pattern}%`],
    });
  return { from: joins, met, excluded, isAvailable, price };
};

/**
 * That a product has a variant that meets all conditions. One condition alone is none: what is
 * stored of the product decides about it.
 */
export const hasMatchingVariant = (match: VariantMatch): readonly Condition[] => {
  const { from, met, excluded } = match;
  if (met.length === 0 || met.length + excluded.length < 2) return [];
  const having = (condition: Condition, prefix: string): Condition => ({
    sql: `${prefix} (SELECT 1 FROM ${from.sql} WHERE v.product_id = l.product_id AND ${condition.sql})`,
    values: [...from.values, ...condition.values],
  });
  const any = {
    sql: `(${excluded.map(({ sql }) => sql).join(" OR ")})`,
    values: excluded.flatMap(({ values }) => values),
  };
  return [
    having(allOf(met), "EXISTS"),
    ...(excluded.length > 0 ? [having(allOf([...met, any]), "NOT EXISTS")] : []),
  ];
};

interface VariantPriceSql {
  /** An expression; null for a variant without a price. */
  readonly price: Condition;
  readonly isReduced: Condition;
  readonly joins: Condition;
}

const OWN_PRICE = "LEFT JOIN pricing_variant_price vp ON vp.variant_id = v.id";

/** The price in the first list that has one, or else the own price in the same currency. */
const pricesAt = ({ shoppingContext }: Audience, currency: string | null): VariantPriceSql => {
  const lists = shoppingContext?.priceLists ?? [];
  const aliases = lists.map((_, at) => `vlp${at}`);
  const either = (figure: (alias: string) => string): string =>
    currency === null && lists.length === 0
      ? figure("vp")
      : `CASE ${aliases.map((alias) => `WHEN ${alias}.variant_id IS NOT NULL THEN ${figure(alias)}`).join(" ")} WHEN vp.currency = ? THEN ${figure("vp")} END`;
  const values = currency === null ? [] : [currency];
  const listed = aliases.map(
    (alias) =>
      ` LEFT JOIN pricing_list_price ${alias} ON ${alias}.variant_id = v.id AND ${alias}.price_list_id = ? AND ${alias}.min_quantity = 1`,
  );
  const priceList = priceListOf(shoppingContext);
  const range =
    priceList === null
      ? ""
      : " LEFT JOIN catalog_price_range vr ON vr.product_id = v.product_id AND vr.price_list_id = ?";
  return {
    price: { sql: either((alias) => `${alias}.price`), values },
    isReduced: {
      sql: `${either((alias) => `CASE WHEN ${alias}.compare_at > ${alias}.price THEN 1 ELSE 0 END`)} = 1`,
      values,
    },
    joins: {
      sql: `catalog_variant v LEFT JOIN catalog_choice vo ON vo.product_id = v.product_id${range} ${OWN_PRICE}${listed.join("")}`,
      values: [...(priceList === null ? [] : [priceList]), ...lists],
    },
  };
};

/** What is stored of each variant of a product is a text of flags in their order. */
const availabilityAt = ({ shoppingContext }: Audience): Condition => ({
  sql:
    priceListOf(shoppingContext) === null
      ? "SUBSTR(vo.available, v.position + 1, 1) = '1'"
      : "(vr.product_id IS NOT NULL AND SUBSTR(COALESCE(vr.sellable, vo.available), v.position + 1, 1) = '1')",
  values: [],
});
