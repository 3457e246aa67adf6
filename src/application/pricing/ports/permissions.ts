import { holdersOf } from "../../shared/viewer.js";

/** The permissions of this context. */
export const PRICING_PERMISSIONS = [
  "pricing:read",
  "pricing:write",
  "markets:read",
  "markets:write",
  "taxes:read",
  "taxes:write",
] as const;
type Own = (typeof PRICING_PERMISSIONS)[number];

export const mayReadPricing = holdersOf<Own>("pricing:read");
export const mayWritePricing = holdersOf<Own>("pricing:write");
export const mayReadMarkets = holdersOf<Own>("markets:read");
export const mayWriteMarkets = holdersOf<Own>("markets:write");
export const mayReadTaxes = holdersOf<Own>("taxes:read");
export const mayWriteTaxes = holdersOf<Own>("taxes:write");
