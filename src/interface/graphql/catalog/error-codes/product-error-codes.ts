import { ADVICE } from "../../errors/codes/advice.js";
import type { ErrorCode } from "../../errors/codes/error-code.js";

/** The codes of errors about products, their texts and custom fields. */
export const PRODUCT_ERROR_CODES = {
  INVALID_TEXT: {
    meaning: "A text is empty, too long, or contains forbidden characters.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_SLUG: {
    meaning:
      "A slug has letters, digits and hyphens, but no spaces and no signs with a meaning in addresses.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  INVALID_PUBLICATION: {
    meaning: "The publication ends before it starts.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  SLUG_TAKEN: {
    meaning: "The slug is already in use.",
    retryable: false,
    advice: "Ask for another one, or suggest one with a number appended.",
    userError: "TakenError",
  },
  PRODUCT_NOT_FOUND: {
    meaning: "The product does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  PRODUCT_ARCHIVED: {
    meaning: "An archived product cannot be published. Unarchive it first.",
    retryable: false,
    advice: "Offer to unarchive it.",
    userError: "InvalidInputError",
  },
  PRODUCT_IN_USE: {
    meaning: "Units of the product are promised to buyers; `uses` is their number.",
    retryable: false,
    advice: "Offer to archive it instead.",
    userError: "InUseError",
  },
  INVALID_MEDIA: {
    meaning: "The URL of an image is not valid, or the image belongs to another product.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  MEDIA_NOT_FOUND: {
    meaning: "The product has no such image.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  AMBIGUOUS_TRANSLATION: {
    meaning:
      "Two options of a product, or two values of one option, would have the same name in a language.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  NOTHING_TO_TRANSLATE: {
    meaning: "The text to translate does not exist or is empty.",
    retryable: false,
    advice: "Reload the texts to translate.",
    userError: "InvalidInputError",
  },
  INVALID_METAFIELD: {
    meaning: "A custom field has an invalid name, or a value that does not match its type.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  METAFIELD_DEFINITION_NOT_FOUND: {
    meaning: "The custom field definition does not exist.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  METAFIELD_UNDECLARED: {
    meaning: "The custom field has no definition.",
    retryable: false,
    advice: "Offer to create its definition first.",
    userError: "NotFoundError",
  },
  METAFIELD_NAME_TAKEN: {
    meaning: "A custom field with this namespace and key already exists.",
    retryable: false,
    advice: "Ask for another key.",
    userError: "TakenError",
  },
  METAFIELD_DEFINITION_IN_USE: {
    meaning: "The custom field has values; `uses` is their number.",
    retryable: false,
    advice: "Show what uses it, so that the user can remove the values.",
    userError: "InUseError",
  },
  STORE_NOT_EMPTY: {
    meaning: "The demo catalogue can be loaded only into an empty store.",
    retryable: false,
    advice: "Use another store, or empty this one first.",
    userError: "InvalidInputError",
  },
  UNUSABLE_FILE: {
    meaning: "The file cannot be read as a product list.",
    retryable: false,
    advice: "Show the message; it names what is missing.",
    userError: "InvalidInputError",
  },
} as const satisfies Record<string, ErrorCode>;
