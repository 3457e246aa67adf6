import { APIS } from "./apis.js";
import type { ErrorCodes } from "./errors/codes/error-code.js";
import { errorCodesOf } from "./errors/error-codes-of.js";

/** Every code of both APIs. */
export const ERROR_CODES: ErrorCodes = errorCodesOf(APIS);
