import type {
  ListPriceView,
  PriceListReads,
} from "../../application/pricing/ports/price-list-reads.js";
import { kindOf } from "../../application/shared/ids.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import type { Condition } from "../shared/database/condition.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders } from "../shared/database/sql-session.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";
import { toListPrice } from "./sql-list-prices.js";

const LIST_PRICE = [
  "price_list_id",
  "variant_id",
  "min_quantity",
  "currency",
  "price",
  "compare_at",
].map((name) => `p.${name}`);
const FROM = "pricing_list_price p";
const BY_VARIANT: KeysetOrder = {
  name: "list price",
  column: "p.variant_id",
  kind: "text",
  idColumn: "p.min_quantity",
  reverse: false,
  isId: (text) => kindOf(text) === "variant" || /^[1-9]\d{0,6}$/.test(text),
  // Cursors that were made when there were no quantity breaks end with the variant.
  toId: (text) => (kindOf(text) === "variant" ? 1 : Number(text)),
};

export const sqlPriceListReads = (source: ReadSource): PriceListReads => ({
  all: async () =>
    (
      await source.query(
        `SELECT ${PRICE_LIST_TABLE.selection} FROM pricing_price_list ORDER BY list_key`,
      )
    ).map(PRICE_LIST_TABLE.toRecord),

  prices: (priceList, page) =>
    readPage(
      source,
      {
        columns: LIST_PRICE,
        from: FROM,
        where: [ofList(priceList)],
        order: BY_VARIANT,
        read: toListPrice,
      },
      page,
    ),

  countPrices: (priceList) => countRows(source, { from: FROM, where: [ofList(priceList)] }),

  pricesOfVariants: async (ids) => {
    const prices = new Map<VariantId, readonly ListPriceView[]>();
    if (ids.length === 0) return prices;
    const rows = await source.query(
      `SELECT ${LIST_PRICE.join(", ")} FROM ${FROM} JOIN pricing_price_list l ON l.id = p.price_list_id WHERE p.variant_id IN (${placeholders(ids)}) ORDER BY l.list_key, p.min_quantity`,
      ids,
    );
    for (const [variant, own] of groupRows(rows, "variant_id"))
      prices.set(id<VariantId>(variant), own.map(toListPrice));
    return prices;
  },
});

const ofList = (priceList: PriceListId): Condition => ({
  sql: "p.price_list_id = ?",
  values: [priceList],
});
