import type { PastMarket } from "../../application/pricing/ports/price-history.js";
import type { MarketSnapshot } from "../../domain/pricing/markets/market.js";
import { toText } from "../shared/database/cell.js";
import {
  flag,
  json,
  number,
  optionalNumber,
  optionalWord,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../shared/database/sql-value.js";
import { tableOf } from "../shared/database/table-of.js";

/** Only the default market has the mark, and its column is unique. */
export const DEFAULT_MARK = "default";

/** How the terms of a market are stored, with the market and in their history. */
const TERMS: Columns<Omit<PastMarket, "from">> = {
  id: word("id"),
  currency: text("currency"),
  countries: json("countries"),
  pricesIncludeTax: flag("prices_include_tax"),
  priceList: optionalWord("price_list_id"),
  taxRounding: {
    cells: { tax_rounding_per: ({ per }) => per, tax_rounding_mode: ({ mode }) => mode },
    read: (row) =>
      ({
        per: row["tax_rounding_per"],
        mode: row["tax_rounding_mode"],
      }) as MarketSnapshot["taxRounding"],
  },
  domesticAddress: {
    cells: {
      domestic_country: (address) => address && address.country,
      domestic_region: (address) => address && address.region,
    },
    read: (row) =>
      row["domestic_country"] == null
        ? null
        : { country: String(row["domestic_country"]), region: toText(row["domestic_region"]) },
  },
  payableRoundings: {
    cells: { payable_roundings: toSqlJson },
    // Null in the rows of markets that are older than the column.
    read: (row) => fromSqlJson(row["payable_roundings"] ?? "[]"),
  },
};

/** How a market is stored in `pricing_market`. */
const MARKET_COLUMNS: Columns<MarketSnapshot> = {
  ...TERMS,
  key: text("market_key"),
  name: text("name"),
  locales: json("locales"),
  showsLowestPrice: flag("shows_lowest_price"),
  outsideFallback: word("outside_fallback"),
  cartReservationMinutes: optionalNumber("cart_reservation_minutes"),
  isDefault: {
    cells: { default_mark: (isDefault) => (isDefault ? DEFAULT_MARK : null) },
    read: (row) => row["default_mark"] === DEFAULT_MARK,
  },
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const MARKET_TABLE = {
  name: "pricing_market",
  keyColumn: "market_key",
  ...tableOf(MARKET_COLUMNS),
} as const;

/** How the terms of a market from a moment on are stored. */
export const MARKET_HISTORY_TABLE = tableOf<PastMarket>({ ...TERMS, from: time("recorded_at") });
