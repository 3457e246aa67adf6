// What other contexts may import from pricing, besides its ids and events.
export { effectivePrice, type ListPrice } from "./list-price.js";
