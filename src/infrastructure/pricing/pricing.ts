// What other contexts may use of the tables of pricing.
export { selectPriceCandidates } from "./select-price-candidates.js";
