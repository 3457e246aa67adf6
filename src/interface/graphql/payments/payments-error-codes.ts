import { ADVICE } from "../errors/codes/advice.js";
import type { ErrorCode } from "../errors/codes/error-code.js";

const RELOAD = "Show the message, and reload the order with its payments.";

/** The codes of errors about payments and payment methods. */
export const PAYMENTS_ERROR_CODES = {
  PAYMENT_NOT_FOUND: {
    meaning: "The payment does not exist, or the viewer may not see it.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  CAPTURE_EXCEEDS_AUTHORISED: {
    meaning: "More would be taken than is held; `most` says how much is.",
    retryable: false,
    advice: RELOAD,
    userError: "AmountExceededError",
  },
  REFUND_EXCEEDS_CAPTURED: {
    meaning:
      "More would be given back than was taken and is not promised back; `most` says how much can be.",
    retryable: false,
    advice: RELOAD,
    userError: "AmountExceededError",
  },
  PAYMENT_NOT_POSSIBLE: {
    meaning: "The payment is in no state in which this can be done; `blockedBy` says why.",
    retryable: false,
    advice: RELOAD,
    userError: "PaymentNotPossibleError",
  },
  ORDER_NOT_PAYABLE: {
    meaning: "The order is paid already, or has ended; `unpayableReason` says which.",
    retryable: false,
    advice: "Show the order.",
    userError: "OrderNotPayableError",
  },
  ORDER_NOT_REVISABLE: {
    meaning: "The total of the order cannot change any more: it is paid, or has ended.",
    retryable: false,
    advice: "Show the order.",
    userError: "InvalidInputError",
  },
  PAYMENT_METHOD_NOT_FOUND: {
    meaning: "The payment method does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  PAYMENT_METHOD_KEY_TAKEN: {
    meaning: "Another payment method has the key.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "TakenError",
  },
  INVALID_PAYMENT_METHOD: {
    meaning: "What the payment method says does not fit together, or a number is out of range.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  AMOUNT_NOT_POSITIVE: {
    meaning: "An amount of money to take, to give back or to record is not above zero.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_PAYMENT_TOKEN: {
    meaning: "The token cannot be one of a gateway, or looks like the number of a card.",
    retryable: false,
    advice: "Send the token that the program of the gateway returned.",
    userError: "InvalidInputError",
  },
  INVALID_RETURN_URL: {
    meaning: "Buyers may not come back to the URL: it is no web page of a storefront of the shop.",
    retryable: false,
    advice: "Add the origin of the storefront to PLINTH_CORS_ORIGINS.",
    userError: "InvalidInputError",
  },
  PAYMENT_METHOD_MISSING: {
    meaning: "There is something to pay, and no payment method is chosen.",
    retryable: false,
    advice: "Ask for it.",
    userError: "InvalidInputError",
  },
  PAYMENT_METHOD_UNKNOWN: {
    meaning: "The shop has no such payment method.",
    retryable: false,
    advice: "Offer those that the message names.",
    userError: "InvalidInputError",
  },
  PAYMENT_METHOD_NOT_ELIGIBLE: {
    meaning: "This cannot be paid with the payment method; `ineligibility` says why.",
    retryable: false,
    advice: "Offer those of `paymentMethods` that are eligible.",
    userError: "PaymentMethodNotEligibleError",
  },
} as const satisfies Record<string, ErrorCode>;
