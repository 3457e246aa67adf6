import type { Id } from "../shared/id.js";

/** The prefixes of the ids of payments. */
export const PAYMENTS_PREFIXES = ["payment", "refund", "paymentmethod"] as const;

export type PaymentId = Id<"payment">;
export type RefundId = Id<"refund">;
export type PaymentMethodId = Id<"paymentmethod">;
