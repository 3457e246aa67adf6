// What other contexts may import from inventory, besides its ids and events.
export { InsufficientStock, LocationNotFound, StockPromised } from "./errors.js";
export { DEFAULT_LOCATION } from "./location.js";
export { StockItem } from "./stock-item.js";
