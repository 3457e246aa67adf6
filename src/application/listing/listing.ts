// What other contexts use of the read models of product lists.
export { fillListings } from "./fill-listings.js";
export { priceListListings } from "./price-list-listings.js";
export { refreshListings, type ChangedFacts } from "./refresh-listings.js";
