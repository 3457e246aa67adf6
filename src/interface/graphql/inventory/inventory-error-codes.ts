import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about stock. */
export const INVENTORY_ERROR_CODES = {
  INVALID_QUANTITY: {
    meaning: "A quantity is not an integer, or out of range.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INSUFFICIENT_STOCK: {
    meaning: "There are fewer units than requested.",
    retryable: false,
    advice: "Offer the available quantity.",
    userError: "InsufficientStockError",
  },
  STOCK_PROMISED: {
    meaning:
      "Units of the variant are promised to buyers, so stock tracking cannot end; `uses` is their number.",
    retryable: false,
    advice: "Offer to enter the number on hand.",
    userError: "InUseError",
  },
  STOCK_ITEM_NOT_FOUND: {
    meaning: "The variant has no stock record.",
    retryable: false,
    advice: "Offer to count it first: a count creates the stock record.",
    userError: "NotFoundError",
  },
  LOCATION_NOT_FOUND: {
    meaning: "The location does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  LOCATION_CLOSED: {
    meaning: "The location is closed, so it holds no stock.",
    retryable: false,
    advice: "Offer to open it again, or another location.",
    userError: "InvalidInputError",
  },
  LOCATION_IN_USE: {
    meaning:
      "The location cannot be closed: it holds units of `uses` variants, or it is the one that every shop has.",
    retryable: false,
    advice: "Offer to transfer its stock.",
    userError: "InUseError",
  },
  LOCATION_KEY_TAKEN: {
    meaning: "Another location already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  INVALID_LOCATION: {
    meaning: "A part of a location has the wrong form, or is out of range.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_TRANSFER: {
    meaning: "Units would be transferred to the location where they are.",
    retryable: false,
    advice: "Ask for another location.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
