import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about delivery. */
export const DELIVERY_ERROR_CODES = {
  DELIVERY_ZONE_NOT_FOUND: {
    meaning: "The delivery zone does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  DELIVERY_ZONE_KEY_TAKEN: {
    meaning: "Another delivery zone already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  DELIVERY_ZONE_WITHOUT_COUNTRY: {
    meaning: "A delivery zone has no area, or an area without a country.",
    retryable: false,
    advice: "Ask for the country.",
    userError: "InvalidInputError",
  },
  DELIVERY_ZONES_OVERLAP: {
    meaning: "Another delivery zone has the same country, region or postal codes.",
    retryable: false,
    advice: "Show the message; it names the other zone.",
    userError: "InvalidInputError",
  },
  DELIVERY_ZONE_IN_USE: {
    meaning: "Delivery options deliver to the zone; `uses` is their number.",
    retryable: false,
    advice: "Show the message; it names the options.",
    userError: "InUseError",
  },
  DELIVERY_OPTION_NOT_FOUND: {
    meaning: "The delivery option does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  DELIVERY_OPTION_KEY_TAKEN: {
    meaning: "Another delivery option already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  INVALID_DELIVERY_OPTION: {
    meaning:
      "A delivery option lacks what its kind needs, has what only other kinds have, or a number is out of range.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  DELIVERY_STEPS_OVERLAP: {
    meaning:
      "Two steps of a table of delivery prices apply to the same weight, subtotal or number.",
    retryable: false,
    advice: "Show the message; it names both steps.",
    userError: "InvalidInputError",
  },
  DELIVERY_PRICE_IN_OTHER_CURRENCY: {
    meaning: "A delivery option has a price in a currency in which none of its markets sells.",
    retryable: false,
    advice: "Show the message; it names the currencies of the markets.",
    userError: "InvalidInputError",
  },
  DELIVERY_NOT_ELIGIBLE: {
    meaning: "A delivery option does not deliver the lines to the address; `reason` says why.",
    retryable: false,
    advice: "Show the message, and ask for another delivery option.",
    userError: "InvalidInputError",
  },
  PRICED_IN_CART: {
    meaning: "A carrier names the price of the delivery option when there is a cart.",
    retryable: false,
    advice: "Enter the delivery as an amount, or choose another option.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
