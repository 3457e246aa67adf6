import type { PriceCandidates } from "../../application/pricing/ports/price-candidates.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import type { Buyer } from "../../domain/pricing/price-lists/applicable-lists.js";
import { candidatesFor } from "../../domain/pricing/price-lists/candidates-for.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import { groupRows } from "../shared/database/group-rows.js";
import {
  placeholders,
  toChunks,
  type Row,
  type RowSource,
} from "../shared/database/sql-session.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";

const LIST_COLUMNS = PRICE_LIST_TABLE.selection
  .split(", ")
  .map((column) => `l.${column} AS l_${column}`)
  .join(", ");
// Few lists: which of them apply at a moment is decided by the domain.
const LISTED =
  "LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id IN (SELECT a.id FROM pricing_price_list a WHERE a.id = ? OR a.market_id = ? OR a.customer_group_id = ?) LEFT JOIN pricing_price_list l ON l.id = lp.price_list_id";

export const sqlPriceCandidates = (source: RowSource): PriceCandidates => ({
  ofVariants: async (ids, buyer, moment) => {
    const found = new Map<VariantId, ReturnType<typeof candidatesFor>>();
    const { market, customerGroup } = buyer;
    for (const chunk of toChunks(ids)) {
      const rows = await source.query(
        `SELECT v.id, p.currency, p.price, p.compare_at, ${LIST_COLUMNS}, lp.currency AS lp_currency, lp.price AS lp_price, lp.compare_at AS lp_compare_at, lp.min_quantity FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id ${LISTED} WHERE v.id IN (${placeholders(chunk)}) ORDER BY v.id, lp.min_quantity`,
        [market.priceList ?? "", market.id, customerGroup ?? "", ...chunk],
      );
      for (const [variant, own] of groupRows(rows, "id"))
        found.set(id<VariantId>(variant), toCandidates(own, buyer, moment));
    }
    return found;
  },
});

/** @param rows one for each price in a list, or one without */
const toCandidates = (rows: readonly Row[], buyer: Buyer, moment: Date) => {
  const [first = {}] = rows;
  const price = moneyOfRow(first, "price");
  const lists = [...groupRows(rows.filter(isListed), "l_id").values()].map((listed) => ({
    ...PRICE_LIST_TABLE.toRecord(listRowOf(listed[0] ?? {})),
    prices: listed.map((row) => ({
      minimumQuantity: Number(row["min_quantity"]),
      price: Money.of(Number(row["lp_price"]), String(row["lp_currency"])),
      compareAt:
        row["lp_compare_at"] == null
          ? null
          : Money.of(Number(row["lp_compare_at"]), String(row["lp_currency"])),
    })),
  }));
  const own = price && { price, compareAt: moneyOfRow(first, "compare_at") };
  return candidatesFor({ lists, own }, buyer, moment);
};

const isListed = (row: Row): boolean => row["l_id"] != null;

const listRowOf = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name.startsWith("l_"))
      .map(([name, cell]) => [name.slice("l_".length), cell]),
  );
