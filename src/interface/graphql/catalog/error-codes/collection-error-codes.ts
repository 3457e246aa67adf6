import { ADVICE } from "../../errors/codes/advice.js";
import type { ErrorCode } from "../../errors/codes/error-code.js";

/** The codes of errors about collections. */
export const COLLECTION_ERROR_CODES = {
  COLLECTION_NOT_FOUND: {
    meaning: "The collection does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  INVALID_COLLECTION_RULE: {
    meaning:
      "A condition of an automated collection has a value or key that does not suit its field, or there are no conditions.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  RULE_OPERATOR_MISFIT: {
    meaning: "The operator does not suit the field; the message lists those that do.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  COLLECTION_AUTOMATED: {
    meaning: "The collection is automated: products cannot be added, removed or sorted by hand.",
    retryable: false,
    advice: "Offer to change its rules, or to make the collection manual.",
    userError: "InvalidInputError",
  },
  COLLECTION_CYCLE: {
    meaning: "A collection would be its own ancestor.",
    retryable: false,
    advice: "Ask for another parent.",
    userError: "InvalidInputError",
  },
  COLLECTION_TOO_DEEP: {
    meaning: "Collections would be nested more than 8 levels deep.",
    retryable: false,
    advice: "Ask for a parent at a higher level.",
    userError: "InvalidInputError",
  },
  PRODUCT_NOT_IN_COLLECTION: {
    meaning: "The product is not in the collection.",
    retryable: false,
    advice: "Reload the products of the collection.",
    userError: "NotFoundError",
  },
} as const satisfies Record<string, ErrorCode>;
