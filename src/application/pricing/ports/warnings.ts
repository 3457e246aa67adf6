import { warningsOf } from "../../shared/warning.js";

/** What the warnings about prices mean, by their codes. */
export const PRICING_WARNINGS = {
  COMPARE_AT_NOT_ABOVE_PRICE:
    "The compare-at price is not higher than the price, so it is not shown.",
  PRICE_BELOW_COST: "The price is lower than the cost.",
} as const;

export const pricingWarning = warningsOf(PRICING_WARNINGS);
