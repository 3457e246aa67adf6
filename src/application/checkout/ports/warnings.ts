import { warningsOf } from "../../shared/warning.js";

/** What the warnings about carts mean, by their codes. */
export const CHECKOUT_WARNINGS = {
  PRICE_CHANGED: "A unit costs more or less than when the cart was last changed.",
  NOT_SOLD_IN_MARKET: "The market that the cart was moved to does not sell what is in a line.",
  SOLD_OUT: "There were enough units when the cart was last changed, and now there are not.",
  TAXES_ESTIMATED: "The tax provider did not answer, so the rates of the shop count.",
  DELIVERY_ESTIMATED: "The carrier did not answer, so the price of the option itself counts.",
} as const;

export const checkoutWarning = warningsOf(CHECKOUT_WARNINGS);
