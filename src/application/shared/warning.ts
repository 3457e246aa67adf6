/** A warning about a change that was carried out. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** The path in the command that it is about. */
  readonly path: readonly string[];
}

export const WARNING_CODES = [
  "OLD_SLUG_REDIRECTED",
  "PUBLISHED_WITHOUT_PRICE",
  "PUBLISHED_WITHOUT_VARIANTS",
  "COMPARE_AT_NOT_ABOVE_PRICE",
  "PRICE_BELOW_COST",
  "NOTHING_CHANGED",
  "STOCK_SHORT",
  "OPTION_VALUE_ADDED",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];
