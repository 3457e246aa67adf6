import { ADVICE } from "./advice.js";
import type { ErrorCode } from "./error-code.js";

/** The codes of errors that every mutation can answer, whatever it changes. */
export const MUTATION_ERROR_CODES = {
  INVALID_INPUT: {
    meaning: "An input field is too long, too large or malformed.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  TOO_MANY: {
    meaning: "A list has more entries than allowed.",
    retryable: false,
    advice: "Send several requests.",
    status: 400,
    userError: "TooManyError",
  },
  INVALID_BULK: {
    meaning: "A bulk change has no items, or more than 250.",
    retryable: false,
    advice: "Send the items in several requests.",
    userError: "InvalidInputError",
  },
  GIVEN_TWICE: {
    meaning: "A list contains the same item twice.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  STALE_VERSION: {
    meaning:
      "The version has changed since `expectedVersion`; `currentVersion` is the current one.",
    retryable: false,
    advice: "Show the current state, and let the user repeat the change.",
    userError: "StaleVersionError",
  },
  INVALID_IDEMPOTENCY_KEY: {
    meaning:
      "The header Idempotency-Key is empty, longer than 255 characters, not ASCII, or sent more than once.",
    retryable: false,
    advice: ADVICE.showGeneralError,
    status: 400,
  },
  IDEMPOTENCY_KEY_NOT_RANDOM: {
    meaning:
      "A guest without a cart, or with a password, token or code, sent an Idempotency-Key that others could send too. The key was not used, and nothing was changed.",
    retryable: false,
    advice:
      "Send a random UUID (version 4), or 16 random bytes in hexadecimal or base64, as the key.",
    userError: "IdempotencyError",
  },
  IDEMPOTENCY_KEY_REUSED: {
    meaning: "The Idempotency-Key was used before with another input.",
    retryable: false,
    advice: "Use a new key for each new request; reuse a key only to send the same request again.",
    userError: "IdempotencyError",
  },
  IDEMPOTENCY_CONCURRENT_REQUEST: {
    meaning: "A request with the same Idempotency-Key is still in progress.",
    retryable: true,
    advice: "Send the same request again shortly.",
    userError: "IdempotencyError",
  },
} as const satisfies Record<string, ErrorCode>;
