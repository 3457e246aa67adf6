import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const PAYMENTS_PERMISSIONS = [
  "payments:read",
  "payments:write",
  "payments:refund",
  "payments:mark-paid",
] as const;
type Own = (typeof PAYMENTS_PERMISSIONS)[number];

export const mayReadPayments = holdersOf<Own>("payments:read");
/** To capture, to void, to try again for a buyer, and to change payment methods. */
export const mayWritePayments = holdersOf<Own>("payments:write");
export const mayRefund = holdersOf<Own>("payments:refund");
export const mayMarkPaid = holdersOf<Own>("payments:mark-paid");
