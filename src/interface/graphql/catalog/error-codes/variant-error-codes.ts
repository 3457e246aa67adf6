import { ADVICE } from "../../errors/codes/advice.js";
import type { ErrorCode } from "../../errors/codes/error-code.js";

/** The codes of errors about options and variants. */
export const VARIANT_ERROR_CODES = {
  INVALID_OPTIONS: {
    meaning: "The options of a product and the values of its variants do not match.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  OPTION_NOT_FOUND: {
    meaning: "The product has no option with this name.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  OPTION_VALUE_NOT_FOUND: {
    meaning: "The option does not have this value, or it is spelled differently.",
    retryable: false,
    advice: "Show the values of the option, or offer to add this one.",
    userError: "NotFoundError",
  },
  INVALID_SWATCH: {
    meaning:
      "The swatch of an option value is not a colour such as `#1e90ff`, is no image either, or is both.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  OPTION_VALUE_IN_USE: {
    meaning: "Variants use the option value; `uses` is their number.",
    retryable: false,
    advice: "Ask the user to change or remove those variants first.",
    userError: "InUseError",
  },
  INVALID_VARIANT: {
    meaning: "A value of a variant is out of range.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  DUPLICATE_VARIANT: {
    meaning: "Two variants of a product have the same option values.",
    retryable: false,
    advice: ADVICE.showNextToField,
    userError: "InvalidInputError",
  },
  SKU_TAKEN: {
    meaning: "Another variant already has the SKU.",
    retryable: false,
    advice: "Ask for another one.",
    userError: "TakenError",
  },
  VARIANT_NOT_FOUND: {
    meaning: "The product has no such variant.",
    retryable: false,
    advice: ADVICE.reloadList,
    userError: "NotFoundError",
  },
  VARIANT_IN_USE: {
    meaning: "Units of the variant are promised to buyers; `uses` is their number.",
    retryable: false,
    advice: "Offer to archive the product, so that no more of it is sold.",
    userError: "InUseError",
  },
} as const satisfies Record<string, ErrorCode>;
