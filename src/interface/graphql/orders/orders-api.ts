import { ordersContext } from "../../../application/orders/orders.js";
import type { ContextApi } from "../nodes/context-api.js";
import { ORDER_ERROR_CODES } from "./order-error-codes.js";

export const ordersApi = {
  context: ordersContext,
  errorCodes: ORDER_ERROR_CODES,
} as const satisfies ContextApi;
