import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about prices, markets and price lists. */
export const PRICING_ERROR_CODES = {
  INVALID_AMOUNT: {
    meaning: "An amount has more decimals than its currency allows, or is too large.",
    retryable: false,
    advice: "Ask the user for an amount with fewer decimals.",
    status: 400,
    userError: "InvalidInputError",
  },
  NEGATIVE_PRICE: {
    meaning: "A price is below zero.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  CURRENCY_MISMATCH: {
    meaning: "Amounts have different currencies where one currency is expected.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  UNKNOWN_CURRENCY: {
    meaning: "The currency is not in ISO 4217.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  FIGURES_WITHOUT_PRICE: {
    meaning: "A compare-at price or a cost was given for a variant without a price.",
    retryable: false,
    advice: "Ask for the price.",
    userError: "InvalidInputError",
  },
  INVALID_SCHEDULE_TIME: {
    meaning: "A time is in the past, too far ahead, or the end is before the start.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  SCHEDULED_PRICE_NOT_FOUND: {
    meaning: "The scheduled price does not exist: it has taken effect or was cancelled.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  UNKNOWN_MARKET: {
    meaning: "The header Plinth-Market does not name a market.",
    retryable: false,
    advice: "Use an existing market, or omit the header.",
    status: 400,
  },
  UNKNOWN_LOCALE: {
    meaning: "The header Plinth-Locale names a language that the market does not offer.",
    retryable: false,
    advice: "Omit the header to get the default language of the market.",
    status: 400,
  },
  MARKET_NOT_FOUND: {
    meaning: "The market does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  MARKET_KEY_TAKEN: {
    meaning: "Another market already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  COUNTRY_TAKEN: {
    meaning: "Another market already has the country.",
    retryable: false,
    advice: "Offer to remove it from the other market first.",
    userError: "TakenError",
  },
  UNKNOWN_COUNTRY: {
    meaning: "The country is not in ISO 3166-1.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  NO_LOCALES: {
    meaning: "A market has no language.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_KEY: {
    meaning: "A key may contain only lower-case letters, digits and hyphens.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  DEFAULT_MARKET_FIXED: {
    meaning: "The default market keeps its currency and first language, and cannot be closed.",
    retryable: false,
    advice: "Offer to create another market.",
    userError: "InvalidInputError",
  },
  PRICE_LIST_NOT_FOUND: {
    meaning: "The price list does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  PRICE_LIST_KEY_TAKEN: {
    meaning: "Another price list already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  PRICE_LIST_IN_USE: {
    meaning: "Markets use the price list; `uses` is their number.",
    retryable: false,
    advice: "Ask the user to assign another price list to those markets first.",
    userError: "InUseError",
  },
  PRICE_LIST_REQUIRED: {
    meaning: "A market whose currency differs from the default market needs a price list.",
    retryable: false,
    advice: "Ask for a price list in that currency.",
    userError: "InvalidInputError",
  },
  PRICE_LIST_CURRENCY_MISMATCH: {
    meaning: "A market and its price list have different currencies.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  PRICE_LIST_NOT_READY: {
    meaning: "Prices of all products are still being calculated for the price list.",
    retryable: true,
    advice: "Wait until `isReady` of the price list is true, then send the change again.",
    userError: "InvalidInputError",
  },
  PRICE_IN_OTHER_CURRENCY: {
    meaning: "A price list has a price in another currency than its own.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  QUANTITY_BREAK_TWICE: {
    meaning: "A price list has two prices of a variant for the same minimum quantity.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_MINIMUM_QUANTITY: {
    meaning: "A minimum quantity is not a whole number of at least 1.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  LINE_WITHOUT_PRICE: {
    meaning: "A variant has no price in the currency for the quantity.",
    retryable: false,
    advice: "Ask the user to remove the line.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
