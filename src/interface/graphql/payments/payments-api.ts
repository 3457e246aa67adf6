import { paymentsContext } from "../../../application/payments/payments.js";
import type { ContextApi } from "../nodes/context-api.js";
import { PAYMENTS_ERROR_CODES } from "./payments-error-codes.js";

export const paymentsApi = {
  context: paymentsContext,
  errorCodes: PAYMENTS_ERROR_CODES,
} as const satisfies ContextApi;
