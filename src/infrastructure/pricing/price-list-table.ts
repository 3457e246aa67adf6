import type { PriceListSnapshot } from "../../domain/pricing/price-list.js";
import { flag, number, text, time, word, type Columns } from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a price list is stored in `pricing_price_list`. */
const PRICE_LIST_COLUMNS: Columns<PriceListSnapshot> = {
  id: word("id"),
  key: text("list_key"),
  name: text("name"),
  currency: text("currency"),
  isReady: flag("is_ready"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const PRICE_LIST_TABLE = tableOf(PRICE_LIST_COLUMNS);
