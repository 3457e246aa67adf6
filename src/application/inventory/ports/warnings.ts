import { warningsOf } from "../../shared/warning.js";

/** What the warnings about stock mean, by their codes. */
export const INVENTORY_WARNINGS = {
  STOCK_SHORT: "More units are promised to buyers than are on hand.",
} as const;

export const inventoryWarning = warningsOf(INVENTORY_WARNINGS);
