import { warningsOf } from "../../shared/warning.js";

/** What the warnings about carts mean, by their codes. */
export const CHECKOUT_WARNINGS = {
  PRICE_CHANGED: "A unit costs more or less than when the cart was last changed.",
  SOLD_OUT: "There were enough units when the cart was last changed, and now there are not.",
} as const;

export const checkoutWarning = warningsOf(CHECKOUT_WARNINGS);
