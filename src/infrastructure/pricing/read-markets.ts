import { locationsOfMarket } from "../../application/inventory/inventory.js";
import type { ServingLocation } from "../../application/inventory/ports/choose-locations.js";
import type { MarketView } from "../../application/pricing/ports/markets.js";
import { readOpenLocations } from "../inventory/inventory.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { Row, RowSource } from "../shared/database/sql-session.js";
import { MARKET_TABLE } from "./market-table.js";
import { PRICE_LIST_TABLE } from "./price-list-table.js";

const MARKET = aliased("m", MARKET_TABLE.selection);
const LIST = aliased("l", PRICE_LIST_TABLE.selection);

/** All markets as they are stored, by key, with the default one first, in two statements. */
export const readMarkets = async (source: RowSource): Promise<readonly MarketView[]> => {
  const rows = await source.query(
    `SELECT ${MARKET.columns}, ${LIST.columns} FROM pricing_market m LEFT JOIN pricing_price_list l ON l.customer_group_id IS NULL AND (l.market_id = m.id OR l.id = m.price_list_id) ORDER BY m.market_key, l.list_key`,
  );
  const open = await readOpenLocations(source);
  return [...groupRows(rows, "m_id").values()]
    .map((own) => toMarketView(own, open))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
};

/** @param rows one for each list, or one without */
const toMarketView = (rows: readonly Row[], open: readonly ServingLocation[]): MarketView => {
  const market = MARKET_TABLE.toRecord(MARKET.ofRow(rows[0] ?? {}));
  return {
    ...market,
    priceLists: rows
      .map(LIST.ofRow)
      .filter((row) => row["id"] != null)
      .map(PRICE_LIST_TABLE.toRecord),
    locations: locationsOfMarket(market.id, open),
  };
};

/** The columns of one of several tables in a statement, and its row within a row of the statement. */
function aliased(alias: string, selection: string) {
  const names = selection.split(", ");
  return {
    columns: names.map((name) => `${alias}.${name} AS ${alias}_${name}`).join(", "),
    ofRow: (row: Row): Row =>
      Object.fromEntries(names.map((name) => [name, row[`${alias}_${name}`] ?? null])),
  };
}
