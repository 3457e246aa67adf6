import type { MarketSnapshot } from "../../domain/pricing/market.js";
import {
  flag,
  json,
  number,
  optionalWord,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** Only the default market has the mark, and its column is unique. */
export const DEFAULT_MARK = "default";

/** How a market is stored in `pricing_market`. */
const MARKET_COLUMNS: Columns<MarketSnapshot> = {
  id: word("id"),
  key: text("market_key"),
  name: text("name"),
  countries: json("countries"),
  currency: text("currency"),
  locales: json("locales"),
  pricesIncludeTax: flag("prices_include_tax"),
  priceList: optionalWord("price_list_id"),
  isDefault: {
    cells: { default_mark: (isDefault) => (isDefault ? DEFAULT_MARK : null) },
    read: (row) => row["default_mark"] === DEFAULT_MARK,
  },
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const MARKET_TABLE = tableOf(MARKET_COLUMNS);
