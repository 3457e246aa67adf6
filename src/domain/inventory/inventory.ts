// What other contexts may import from inventory, besides its ids and events.
export { LocationNotFound, StockPromised } from "./errors.js";
export { DEFAULT_LOCATION, type Location } from "./location.js";
export { StockItem } from "./stock-item.js";
