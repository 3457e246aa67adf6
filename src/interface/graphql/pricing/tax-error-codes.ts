import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about taxes, and about what is valid for a time. */
export const TAX_ERROR_CODES = {
  INVALID_VALIDITY: {
    meaning: "The end of a rate or price list is not after its start.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  TAX_RATES_OVERLAP: {
    meaning: "Another rate of the tax is valid for the same category and zone at the same time.",
    retryable: false,
    advice: "Show the message; it names the period of the other rate.",
    userError: "InvalidInputError",
  },
  TAX_RATE_TOO_HIGH: {
    meaning: "A tax rate is 100 % or more, alone or together with the rates that apply beside it.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_TAX_RATE: {
    meaning: "A tax rate is below zero or has more than four decimals.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  TAX_ZONE_WITHOUT_COUNTRY: {
    meaning: "A tax zone has no area, or an area without a country.",
    retryable: false,
    advice: "Ask for the country.",
    userError: "InvalidInputError",
  },
  TAX_ZONES_OVERLAP: {
    meaning: "Another tax zone has the same country, region or postal codes.",
    retryable: false,
    advice: "Show the message; it names the other zone.",
    userError: "InvalidInputError",
  },
  INVALID_POSTAL_CODES: {
    meaning: "A description of postal codes is malformed.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  TWO_DEFAULTS: {
    meaning: "There is another default already.",
    retryable: false,
    advice: "Show the message; it names the other default.",
    userError: "InvalidInputError",
  },
  INVALID_VAT_ID: {
    meaning: "A VAT id has a wrong prefix, form or checksum.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  TAX_CATEGORY_NOT_FOUND: {
    meaning: "The tax category does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  TAX_ZONE_NOT_FOUND: {
    meaning: "The tax zone does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  TAX_RATE_NOT_FOUND: {
    meaning: "The tax rate does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  TAX_CATEGORY_KEY_TAKEN: {
    meaning: "Another tax category already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  TAX_ZONE_KEY_TAKEN: {
    meaning: "Another tax zone already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  TAX_CATEGORY_IN_USE: {
    meaning:
      "Rates, fees, delivery options or variants have the tax category; `uses` is their number.",
    retryable: false,
    advice: "Show the message; it names them.",
    userError: "InUseError",
  },
  TAX_ZONE_IN_USE: {
    meaning: "Rates belong to the tax zone; `uses` is their number.",
    retryable: false,
    advice: "Ask the user to delete those rates first.",
    userError: "InUseError",
  },
  INVALID_REGION: {
    meaning: "A region is not the part of an ISO 3166-2 code after the hyphen.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_TAX_TIME: {
    meaning: "The year of a time has not four digits.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_CART_RESERVATION: {
    meaning: "Units are reserved for carts for 1 to 1440 minutes, or not at all.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_PAYABLE_ROUNDING: {
    meaning:
      "The rounding of what is paid is too small or too large, or there are two for one payment method.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
