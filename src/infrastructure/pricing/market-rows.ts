import type { MarketId, PriceListId } from "../../domain/pricing/ids.js";
import type { MarketSnapshot } from "../../domain/pricing/market.js";
import type { PriceListSnapshot } from "../../domain/pricing/price-list.js";
import { id } from "../../domain/shared/id.js";
import type { Row } from "../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime } from "../shared/database/sql-value.js";
import type { VersionedRow } from "../shared/database/versioned-row.js";

export const DEFAULT_MARK = "default";

export const toMarketRow = (market: MarketSnapshot): VersionedRow => ({
  id: market.id,
  market_key: market.key,
  name: market.name,
  countries: toSqlJson(market.countries),
  currency: market.currency,
  locales: toSqlJson(market.locales),
  prices_include_tax: market.pricesIncludeTax,
  price_list_id: market.priceList,
  default_mark: market.isDefault ? DEFAULT_MARK : null,
  version: market.version,
  created_at: toSqlTime(market.createdAt),
  updated_at: toSqlTime(market.updatedAt),
});

export const MARKET_COLUMNS =
  "id, market_key, name, countries, currency, locales, prices_include_tax, price_list_id, default_mark, version, created_at, updated_at";

export const toMarket = (row: Row): MarketSnapshot => ({
  id: id<MarketId>(String(row["id"])),
  key: String(row["market_key"]),
  name: String(row["name"]),
  countries: fromSqlJson(row["countries"]),
  currency: String(row["currency"]),
  locales: fromSqlJson(row["locales"]),
  pricesIncludeTax: Number(row["prices_include_tax"]) === 1,
  priceList: row["price_list_id"] == null ? null : id<PriceListId>(String(row["price_list_id"])),
  isDefault: row["default_mark"] === DEFAULT_MARK,
  version: Number(row["version"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});

export const toPriceListRow = (list: PriceListSnapshot): VersionedRow => ({
  id: list.id,
  list_key: list.key,
  name: list.name,
  currency: list.currency,
  is_ready: list.isReady,
  version: list.version,
  created_at: toSqlTime(list.createdAt),
  updated_at: toSqlTime(list.updatedAt),
});

export const PRICE_LIST_COLUMNS =
  "id, list_key, name, currency, is_ready, version, created_at, updated_at";

export const toPriceList = (row: Row): PriceListSnapshot => ({
  id: id<PriceListId>(String(row["id"])),
  key: String(row["list_key"]),
  name: String(row["name"]),
  currency: String(row["currency"]),
  isReady: Number(row["is_ready"]) === 1,
  version: Number(row["version"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});
