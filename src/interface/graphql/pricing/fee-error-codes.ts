import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

/** The codes of errors about fees. */
export const FEE_ERROR_CODES = {
  FEE_NOT_FOUND: {
    meaning: "The fee does not exist, or is not active.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  FEE_KEY_TAKEN: {
    meaning: "Another fee already has the key.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  INVALID_FEE: {
    meaning: "A part of a fee is out of range, missing, or does not fit its kind.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  SMALL_ORDER_FEES_OVERLAP: {
    meaning: "Another fee is charged on small orders in the same currency.",
    retryable: false,
    advice: "Show the message; it names the other fee.",
    userError: "InvalidInputError",
  },
  FEE_IN_OTHER_CURRENCY: {
    meaning: "A fee has an amount in a currency that no market sells in.",
    retryable: false,
    advice: "Show the message; it names the currencies of the markets.",
    userError: "InvalidInputError",
  },
  FEE_WITHOUT_AMOUNT: {
    meaning: "A fee that a quote asks for has no amount in its currency.",
    retryable: false,
    advice: "Show the message; it names the fee and the currency.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
