import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

const STARTS_AGAIN = "Forget the id, and create a new cart when something is added.";
const SHOW = "Show the message.";

/** The codes of errors about carts, and of what is missing before it can become an order. */
export const CHECKOUT_ERROR_CODES = {
  CART_NOT_FOUND: {
    meaning: "There is no cart with the id, or there is none any more.",
    retryable: false,
    advice: STARTS_AGAIN,
    status: 404,
    userError: "NotFoundError",
  },
  CART_COMPLETED: {
    meaning: "An order was placed from the cart.",
    retryable: false,
    advice: STARTS_AGAIN,
    status: 409,
    userError: "CartClosedError",
  },
  CART_MERGED: {
    meaning: "The lines of the cart are in another one.",
    retryable: false,
    advice: "Show the cart of the customer.",
    status: 409,
    userError: "CartClosedError",
  },
  CART_LINE_NOT_FOUND: {
    meaning: "The cart has no such line.",
    retryable: false,
    advice: "Load the cart again.",
    userError: "NotFoundError",
  },
  CART_TOO_LARGE: {
    meaning: "The attributes of the cart and its lines are too long together.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    userError: "InvalidInputError",
  },
  INVALID_ATTRIBUTE: {
    meaning: "The key of an attribute cannot be used, or is given twice.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    userError: "InvalidInputError",
  },
  INVALID_EMAIL: {
    meaning: "The text is not an e-mail address.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  COUNTRY_NOT_SERVED: {
    meaning: "The market of the cart sends nothing to the country.",
    retryable: false,
    advice: "Offer the countries of the market, or another market.",
    userError: "InvalidInputError",
  },
  DELIVERY_GROUP_NOT_FOUND: {
    meaning: "The cart has no such delivery group.",
    retryable: false,
    advice: "Load the cart again.",
    userError: "NotFoundError",
  },
  DELIVERY_UNAVAILABLE: {
    meaning: "The delivery option is not offered for what is in the cart, or nothing is.",
    retryable: false,
    advice: "Offer the delivery options of the cart, or ask for another address.",
    userError: "InvalidInputError",
  },
  CART_EMPTY: {
    meaning: "The cart has no lines.",
    retryable: false,
    advice: SHOW,
    userError: "InvalidInputError",
  },
  VARIANT_UNAVAILABLE: {
    meaning: "The shop no longer shows the variant of a line.",
    retryable: false,
    advice: "Offer to remove the line.",
    userError: "InvalidInputError",
  },
  EMAIL_MISSING: {
    meaning: "The cart has no e-mail address.",
    retryable: false,
    advice: "Ask for it.",
    userError: "InvalidInputError",
  },
  SHIPPING_ADDRESS_MISSING: {
    meaning: "The cart has no address to deliver to.",
    retryable: false,
    advice: "Ask for it.",
    userError: "InvalidInputError",
  },
  BILLING_ADDRESS_MISSING: {
    meaning: "The cart has no address of the buyer.",
    retryable: false,
    advice: "Ask for it.",
    userError: "InvalidInputError",
  },
  ADDRESS_INCOMPLETE: {
    meaning:
      "An address lacks a name, or a field that `addressFormat` calls required in its country.",
    retryable: false,
    advice: "Ask for what the message names.",
    userError: "InvalidInputError",
  },
  REGION_UNKNOWN: {
    meaning: "The region of an address is none of those that `addressFormat` has for its country.",
    retryable: false,
    advice: "Offer the regions of `addressFormat` to choose from.",
    userError: "InvalidInputError",
  },
  POSTAL_CODE_INVALID: {
    meaning:
      "The postal code of an address does not have the pattern of its country. Case, spaces and hyphens do not matter.",
    retryable: false,
    advice: "Show the example of `addressFormat`, and ask for the postal code again.",
    userError: "InvalidInputError",
  },
  DELIVERY_OPTION_MISSING: {
    meaning: "No delivery option is chosen.",
    retryable: false,
    advice: "Offer the delivery options of the cart.",
    userError: "InvalidInputError",
  },
  PRICE_CHANGED: {
    meaning: "The total is another one than the buyer saw: `was` and `now`.",
    retryable: false,
    advice: "Show the cart, and ask the buyer again.",
    userError: "PriceChangedError",
  },
  QUOTE_EXPIRED: {
    meaning:
      "What a carrier or a tax provider answered has expired, or is about another cart than this one.",
    retryable: true,
    advice: "Load the cart, show its total, and try again with a new key.",
    userError: "InvalidInputError",
  },
  OUTSIDE_SERVICE_UNAVAILABLE: {
    meaning:
      "A carrier or a tax provider does not answer, and the market places no order on an estimate.",
    retryable: true,
    advice: "Try again in a minute, with a new key.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
