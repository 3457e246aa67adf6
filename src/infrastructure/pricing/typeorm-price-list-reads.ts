import type { ListPriceView, PriceListReads } from "../../application/pricing/ports.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupBy } from "../shared/grouped-reads.js";
import { allOf, keyset, toPage, type KeysetOrder } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { placeholders } from "../shared/sql.js";
import { PRICE_LIST_COLUMNS, toPriceList } from "./market-rows.js";
import { toListPrice } from "./typeorm-list-prices.js";

const LIST_PRICE = "p.price_list_id, p.variant_id, p.currency, p.price, p.compare_at";
const BY_VARIANT: KeysetOrder = {
  name: "list price",
  column: "p.variant_id",
  kind: "text",
  idColumn: "p.variant_id",
  reverse: false,
};

export const typeormPriceListReads = (source: ReadSource): PriceListReads => ({
  all: async () =>
    (
      await source.query(`SELECT ${PRICE_LIST_COLUMNS} FROM pricing_price_list ORDER BY list_key`)
    ).map(toPriceList),

  prices: async (priceList, page) => {
    const { conditions, select, orderBy, limit } = keyset(BY_VARIANT, page);
    const { sql, values } = allOf([
      { sql: "p.price_list_id = ?", values: [priceList] },
      ...conditions,
    ]);
    const rows = await source.query(
      `SELECT ${LIST_PRICE}, ${select} FROM pricing_list_price p WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      values,
    );
    return toPage(rows, BY_VARIANT, page, toListPrice);
  },

  countPrices: async (priceList) => {
    const [row] = await source.query(
      "SELECT COUNT(*) AS total FROM pricing_list_price WHERE price_list_id = ?",
      [priceList],
    );
    return Number(row?.["total"]);
  },

  pricesOfVariants: async (ids) => {
    const prices = new Map<VariantId, readonly ListPriceView[]>();
    if (ids.length === 0) return prices;
    const rows = await source.query(
      `SELECT ${LIST_PRICE} FROM pricing_list_price p JOIN pricing_price_list l ON l.id = p.price_list_id WHERE p.variant_id IN (${placeholders(ids)}) ORDER BY l.list_key`,
      ids,
    );
    for (const [variant, own] of groupBy(rows, "variant_id"))
      prices.set(id<VariantId>(variant), own.map(toListPrice));
    return prices;
  },
});
