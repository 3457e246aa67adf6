import type { RangeRequest } from "../../application/listing/ports/listing-stores.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { placeholders, toChunks, type SqlSession } from "../shared/database/sql-session.js";
import { UNPRICED } from "./answer-columns.js";

/**
 * Writes the price ranges of products, added up by the database: a product may have thousands of
 * variants. In a list, a variant without a price there has that of the lists that it falls back on,
 * or its own one in the same currency, as in `effectivePrice`.
 */
export const addUpRanges = async (
  session: SqlSession,
  products: readonly ProductId[],
  { ofOwnPrices, priceLists, currencies }: RangeRequest,
): Promise<void> => {
  const lists = [
    ...(priceLists.length > 0
      ? ["l.id", "l.second_list_id", "l.third_list_id"].map(
          (column) => `${column} IN (${placeholders(priceLists)})`,
        )
      : []),
    ...(currencies.length > 0 ? [`l.currency IN (${placeholders(currencies)})`] : []),
  ];
  for (const chunk of toChunks(products)) {
    const among = placeholders(chunk);
    if (ofOwnPrices) await session.change(overwrite(session, LISTING, ownRanges(among)), chunk);
    if (lists.length > 0)
      await session.change(
        overwrite(session, PRICE_RANGE, listRanges(`(${lists.join(" OR ")})`, among)),
        [...priceLists, ...priceLists, ...priceLists, ...currencies, ...chunk],
      );
  }
};

interface RangeTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Columns that an INSERT needs, and that stay as they are. */
  readonly kept: readonly string[];
}

const LISTING: RangeTable = {
  name: "catalog_listing",
  key: ["product_id"],
  kept: ["status", "created_at", "folded_title", "folded_vendor", "folded_type", "available"],
};
const PRICE_RANGE: RangeTable = {
  name: "catalog_price_range",
  key: ["product_id", "price_list_id"],
  kept: ["available", "sellable"],
};

const RANGE = {
  currency: "CASE WHEN x.min_price IS NOT NULL THEN x.currency END",
  min_price: "x.min_price",
  max_price: "x.max_price",
  price_rank: `COALESCE(x.min_price, ${UNPRICED})`,
  on_sale: "CASE WHEN x.min_compare_at IS NULL THEN 0 ELSE 1 END",
  min_compare_at: "x.min_compare_at",
  max_compare_at: "x.max_compare_at",
};

/**
 * Overwrites rows that are there. INSERT … SELECT is the one form in which MySQL reads the prices
 * without locking them: the lock of a price comes before that of a listing.
 */
const overwrite = (
  { dialect }: SqlSession,
  { name, key, kept }: RangeTable,
  ranges: string,
): string => {
  const same = [...key, ...kept];
  const columns = Object.keys(RANGE);
  const onConflict =
    dialect === "mysql"
      ? ` ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = VALUES(${column})`).join(", ")}`
      : ` WHERE 1 = 1 ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(", ")} WHERE ${columns.map((column) => `${name}.${column} IS NOT excluded.${column}`).join(" OR ")}`;
  return `INSERT INTO ${name} (${[...same, ...columns].join(", ")}) SELECT ${[...same.map((column) => `t.${column}`), ...Object.values(RANGE)].join(", ")} FROM (${ranges}) x JOIN ${name} t ON ${key.map((column) => `t.${column} = x.${column}`).join(" AND ")}${onConflict}`;
};

/** The compare-at price of what is reduced, in a table of prices. */
const reducedFrom = (table: string): string =>
  `CASE WHEN ${table}.compare_at > ${table}.price THEN ${table}.compare_at END`;

const rangesOf = (price: string, compareAt: string): string =>
  `MIN(${price}) AS min_price, MAX(${price}) AS max_price, MIN(${compareAt}) AS min_compare_at, MAX(${compareAt}) AS max_compare_at`;

const ownRanges = (products: string): string =>
  `SELECT v.product_id, MIN(p.currency) AS currency, ${rangesOf("p.price", reducedFrom("p"))} FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.product_id IN (${products}) GROUP BY v.product_id`;

/** The aliases of the prices in a list and in those that it falls back on. */
const LISTED = { lp: "l.id", lp2: "l.second_list_id", lp3: "l.third_list_id" } as const;
const aliases = Object.keys(LISTED);

/** @param figure of a table of prices */
const effective = (figure: (table: string) => string): string =>
  `CASE ${aliases.map((listed) => `WHEN ${listed}.variant_id IS NOT NULL THEN ${figure(listed)}`).join(" ")} WHEN p.currency = l.currency THEN ${figure("p")} END`;

const listRanges = (lists: string, products: string): string => {
  const price = effective((table) => `${table}.price`);
  const listed = Object.entries(LISTED).map(
    ([alias, list]) =>
      `LEFT JOIN pricing_list_price ${alias} ON ${alias}.variant_id = v.id AND ${alias}.price_list_id = ${list} AND ${alias}.min_quantity = 1`,
  );
  return `SELECT v.product_id, l.id AS price_list_id, MIN(l.currency) AS currency, ${rangesOf(price, effective(reducedFrom))} FROM pricing_price_list l JOIN catalog_variant v ON ${lists} LEFT JOIN pricing_variant_price p ON p.variant_id = v.id ${listed.join(" ")} WHERE v.product_id IN (${products}) GROUP BY v.product_id, l.id`;
};
