import type { PriceListId } from "../../domain/pricing/ids.js";
import type { PriceListSnapshot } from "../../domain/pricing/price-list.js";
import {
  flag,
  number,
  optionalTime,
  optionalWord,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

const FALLBACKS = ["second_list_id", "third_list_id"] as const;

const fallbacks: Column<readonly PriceListId[]> = {
  cells: Object.fromEntries(
    FALLBACKS.map((name, index) => [name, (ids: readonly PriceListId[]) => ids[index] ?? null]),
  ),
  read: (row) =>
    FALLBACKS.flatMap((name) => (row[name] == null ? [] : [String(row[name]) as PriceListId])),
};

/** How a price list is stored in `pricing_price_list`. */
const PRICE_LIST_COLUMNS: Columns<PriceListSnapshot> = {
  id: word("id"),
  key: text("list_key"),
  name: text("name"),
  currency: text("currency"),
  validFrom: optionalTime("valid_from"),
  validUntil: optionalTime("valid_until"),
  market: optionalWord("market_id"),
  customerGroup: optionalWord("customer_group_id"),
  isReady: flag("is_ready"),
  fallbacks,
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const PRICE_LIST_TABLE = {
  name: "pricing_price_list",
  keyColumn: "list_key",
  ...tableOf(PRICE_LIST_COLUMNS),
} as const;
