import type { Buyer } from "../../domain/pricing/price-lists/applicable-lists.js";
import { candidatesFor } from "../../domain/pricing/price-lists/candidates-for.js";
import type { PriceCandidates } from "../../domain/pricing/price-lists/price-candidates.js";
import { Money } from "../../domain/shared/money.js";
import { groupRows } from "../shared/database/group-rows.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import type { Row } from "../shared/database/sql-session.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";

/** What a SELECT on `v`, the variant, needs in addition to read its prices. */
interface PriceCandidatesSelection {
  readonly columns: string;
  /** The rows of a variant are repeated for each of its prices in lists. */
  readonly joins: string;
  /** Of the joins. */
  readonly values: readonly string[];
  /** @param rows all of one variant */
  readonly read: (rows: readonly Row[], moment: Date) => PriceCandidates;
}

const LIST_COLUMNS = PRICE_LIST_TABLE.selection
  .split(", ")
  .map((column) => `pl.${column} AS l_${column}`)
  .join(", ");
const COLUMNS = `pp.currency, pp.price, pp.compare_at, ${LIST_COLUMNS}, lp.currency AS lp_currency, lp.price AS lp_price, lp.compare_at AS lp_compare_at, lp.min_quantity`;
// Few lists: which of them apply at a moment is decided by the domain.
const JOINS =
  " LEFT JOIN pricing_variant_price pp ON pp.variant_id = v.id LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id IN (SELECT a.id FROM pricing_price_list a WHERE a.id = ? OR a.market_id = ? OR a.customer_group_id = ?) LEFT JOIN pricing_price_list pl ON pl.id = lp.price_list_id";

export const selectPriceCandidates = (buyer: Buyer): PriceCandidatesSelection => {
  const { market, customerGroup } = buyer;
  return {
    columns: COLUMNS,
    joins: JOINS,
    values: [market.priceList ?? "", market.id, customerGroup ?? ""],
    read: (rows, moment) => {
      const [first = {}] = rows;
      const price = moneyOfRow(first, "price");
      const own = price && { price, compareAt: moneyOfRow(first, "compare_at") };
      return candidatesFor({ lists: listsOf(rows), own }, buyer, moment);
    },
  };
};

/** @param rows one for each price in a list, or one without */
const listsOf = (rows: readonly Row[]) =>
  [...groupRows(rows.filter(isListed), "l_id").values()].map((listed) => ({
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

const isListed = (row: Row): boolean => row["l_id"] != null;

const listRowOf = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name.startsWith("l_"))
      .map(([name, cell]) => [name.slice("l_".length), cell]),
  );
