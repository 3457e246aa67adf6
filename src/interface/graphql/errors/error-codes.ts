import { COLLECTION_ERROR_CODES } from "./codes/collection-error-codes.js";
import type { ErrorCode } from "./codes/error-code.js";
import { INVENTORY_ERROR_CODES } from "./codes/inventory-error-codes.js";
import { MEDIA_ERROR_CODES } from "./codes/media-error-codes.js";
import { MUTATION_ERROR_CODES } from "./codes/mutation-error-codes.js";
import { PRICING_ERROR_CODES } from "./codes/pricing-error-codes.js";
import { PRODUCT_ERROR_CODES } from "./codes/product-error-codes.js";
import { REQUEST_ERROR_CODES } from "./codes/request-error-codes.js";
import { VARIANT_ERROR_CODES } from "./codes/variant-error-codes.js";

/** Every code: in `extensions.code` of an error of the answer, or in `code` of a user error. */
export const ERROR_CODES = {
  ...REQUEST_ERROR_CODES,
  ...MUTATION_ERROR_CODES,
  ...MEDIA_ERROR_CODES,
  ...PRODUCT_ERROR_CODES,
  ...VARIANT_ERROR_CODES,
  ...COLLECTION_ERROR_CODES,
  ...PRICING_ERROR_CODES,
  ...INVENTORY_ERROR_CODES,
} as const satisfies Record<string, ErrorCode>;

export type ErrorCodeName = keyof typeof ERROR_CODES;

export const errorCode = (code: string): ErrorCode | undefined =>
  Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code as ErrorCodeName] : undefined;
