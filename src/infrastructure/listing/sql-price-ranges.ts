import type { ListedRange, RangeRequest } from "../../application/listing/ports/listing-stores.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { toFlag } from "../shared/database/cell.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";

/**
 * The ranges of products in one statement, added up by the database: a product may have thousands
 * of variants. In a list, a variant without a price there has its own one in the same currency, as
 * in `effectivePrice`.
 */
export const sqlPriceRanges = async (
  session: SqlSession,
  products: readonly ProductId[],
  { ofOwnPrices, priceLists, currencies }: RangeRequest,
): Promise<readonly ListedRange[]> => {
  const ranges: ListedRange[] = [];
  const lists = isOneOfLists(priceLists, currencies);
  for (const chunk of toChunks(products)) {
    const among = placeholders(chunk);
    const parts: readonly { readonly sql: string; readonly values: readonly string[] }[] = [
      ...(ofOwnPrices ? [{ sql: own(among), values: chunk }] : []),
      ...(lists ? [{ sql: inLists(lists.sql, among), values: [...lists.values, ...chunk] }] : []),
    ];
    if (parts.length === 0) continue;
    const rows = await session.query(
      parts.map(({ sql }) => sql).join(" UNION ALL "),
      parts.flatMap(({ values }) => values),
    );
    ranges.push(...rows.map(toRange));
  }
  return ranges;
};

const own = (products: string): string =>
  `SELECT v.product_id, NULL AS price_list_id, MIN(p.currency) AS currency, MIN(p.price) AS min_price, MAX(p.price) AS max_price, MAX(CASE WHEN p.compare_at > p.price THEN 1 ELSE 0 END) AS on_sale FROM catalog_variant v JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.product_id IN (${products}) GROUP BY v.product_id`;

const effective = (own: string, listed: string): string =>
  `CASE WHEN lp.variant_id IS NOT NULL THEN ${listed} WHEN p.currency = l.currency THEN ${own} END`;

const inLists = (lists: string, products: string): string => {
  const price = effective("p.price", "lp.price");
  const isReduced = effective(
    "CASE WHEN p.compare_at > p.price THEN 1 ELSE 0 END",
    "CASE WHEN lp.compare_at > lp.price THEN 1 ELSE 0 END",
  );
  return `SELECT v.product_id, l.id AS price_list_id, MIN(l.currency) AS currency, MIN(${price}) AS min_price, MAX(${price}) AS max_price, MAX(${isReduced}) AS on_sale FROM pricing_price_list l JOIN catalog_variant v ON ${lists} LEFT JOIN pricing_variant_price p ON p.variant_id = v.id LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id = l.id WHERE v.product_id IN (${products}) GROUP BY v.product_id, l.id`;
};

const isOneOfLists = (
  priceLists: readonly PriceListId[],
  currencies: readonly string[],
): { readonly sql: string; readonly values: readonly string[] } | null => {
  const parts = [
    ...(priceLists.length > 0 ? [`l.id IN (${placeholders(priceLists)})`] : []),
    ...(currencies.length > 0 ? [`l.currency IN (${placeholders(currencies)})`] : []),
  ];
  return parts.length === 0
    ? null
    : { sql: `(${parts.join(" OR ")})`, values: [...priceLists, ...currencies] };
};

const toRange = (row: Row): ListedRange => {
  const money = (column: string): Money => Money.of(Number(row[column]), String(row["currency"]));
  return {
    productId: id<ProductId>(String(row["product_id"])),
    priceList: row["price_list_id"] == null ? null : id<PriceListId>(String(row["price_list_id"])),
    priceRange:
      row["min_price"] == null ? null : { min: money("min_price"), max: money("max_price") },
    onSale: row["on_sale"] != null && toFlag(Number(row["on_sale"])),
  };
};
