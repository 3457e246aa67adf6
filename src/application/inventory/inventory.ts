/** What other contexts may decide with inside one unit of work: stock is counted here, and by nobody else's rules. */
export { StockItemNotFound, StockPromised } from "../../domain/inventory/errors.js";
export { StockItem } from "../../domain/inventory/stock-item.js";
