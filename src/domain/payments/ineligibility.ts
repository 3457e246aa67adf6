export const INELIGIBILITIES = [
  "DISABLED",
  "GATEWAY_NOT_CONFIGURED",
  "MARKET",
  "CURRENCY",
  "TOTAL_TOO_LOW",
  "TOTAL_TOO_HIGH",
  "NOTHING_TO_PAY",
  "NOT_OFFLINE",
] as const;
/** Why something cannot be paid with a payment method. */
export type Ineligibility = (typeof INELIGIBILITIES)[number];
