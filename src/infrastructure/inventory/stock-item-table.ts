import type { StockItemSnapshot } from "../../domain/inventory/stock-item.js";
import { number, optionalNumber, word, type Columns } from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a stock item is stored in `inventory_stock_item`. */
const STOCK_ITEM_COLUMNS: Columns<StockItemSnapshot> = {
  variantId: word("variant_id"),
  locationId: word("location_id"),
  onHand: number("on_hand"),
  reserved: number("reserved"),
  claimed: number("claimed"),
  safety: number("safety"),
  lowStockAt: optionalNumber("low_stock_at"),
  version: number("version"),
};

export const STOCK_ITEM_TABLE = tableOf(STOCK_ITEM_COLUMNS);

/** Whether an automated collection may ask for stock. */
// The rules are JSON, so that a condition on a field contains its name in quotes.
export const IS_FOLLOWED = `EXISTS (SELECT c.id FROM catalog_collection c WHERE c.kind = 'AUTOMATED' AND (c.rules LIKE '%"STOCK"%' OR c.rules LIKE '%"AVAILABLE"%'))`;
