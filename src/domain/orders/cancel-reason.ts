export const CANCEL_REASONS = ["BUYER", "STOCK", "FRAUD", "OTHER"] as const;
/** Why an order was cancelled. */
export type CancelReason = (typeof CANCEL_REASONS)[number];
