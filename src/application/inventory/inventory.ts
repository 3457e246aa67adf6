/** The rules of stock, for other contexts that change stock in their own unit of work. */
export { StockItemNotFound, StockPromised } from "../../domain/inventory/errors.js";
export { StockItem } from "../../domain/inventory/stock-item.js";
