import { warningsOf } from "../../shared/warning.js";

/** What the warnings of the catalogue mean, by their codes. */
export const CATALOG_WARNINGS = {
  OPTION_VALUE_ADDED:
    "A variant has a value that its option did not have; the value was appended to the option.",
  OLD_SLUG_REDIRECTED: "The slug changed. Requests for the former slug are redirected.",
  OLD_SLUG_TAKEN_OVER:
    "The slug was an old one of another product or collection. Requests for it are redirected there no more.",
  PRICES_NOT_COPIED:
    "The copy has no prices, because prices may only be set with the permission `pricing:write`.",
  PUBLISHED_WITHOUT_PRICE:
    "The product is visible in the shop but has no price, so it cannot be bought.",
  PUBLISHED_WITHOUT_VARIANTS:
    "The product is visible in the shop but has no variants, so it cannot be bought.",
} as const;

export const catalogWarning = warningsOf(CATALOG_WARNINGS);
