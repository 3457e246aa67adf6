import { warningsOf } from "../../shared/warning.js";

/** What the warnings about delivery mean, by their codes. */
export const DELIVERY_WARNINGS = {
  DELIVERY_PRICE_MISSING:
    "The delivery option has no price in the currency of one of its markets, so it is not offered there.",
} as const;

export const deliveryWarning = warningsOf(DELIVERY_WARNINGS);
