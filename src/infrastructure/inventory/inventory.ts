// What other contexts use of how inventory is stored.
export { readOpenLocations } from "./read-open-locations.js";
