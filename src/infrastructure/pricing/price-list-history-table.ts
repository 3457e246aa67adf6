import type { PastPriceList } from "../../application/pricing/ports/price-history.js";
import type { PriceListSnapshot } from "../../domain/pricing/price-list.js";
import {
  flag,
  optionalTime,
  optionalWord,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { upsertRows } from "../shared/database/insert-rows.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { tableOf } from "../shared/database/table-of.js";

export const PRICE_LIST_HISTORY = "pricing_price_list_history" as const;

const COLUMNS: Columns<PastPriceList> = {
  id: word("id"),
  from: time("recorded_at"),
  key: text("list_key"),
  currency: text("currency"),
  validFrom: optionalTime("valid_from"),
  validUntil: optionalTime("valid_until"),
  market: optionalWord("market_id"),
  customerGroup: optionalWord("customer_group_id"),
  isReady: flag("is_ready"),
  isDeleted: flag("is_deleted"),
};

export const PRICE_LIST_HISTORY_TABLE = tableOf(COLUMNS);

/** Notes the terms of a list from now on. */
export const writePriceListHistory = (
  session: SqlSession,
  now: Date,
  list: PriceListSnapshot,
  isDeleted: boolean,
): Promise<void> =>
  upsertRows(
    session,
    PRICE_LIST_HISTORY,
    ["id", "recorded_at"],
    [PRICE_LIST_HISTORY_TABLE.toRow({ ...list, from: now, isDeleted })],
  );
