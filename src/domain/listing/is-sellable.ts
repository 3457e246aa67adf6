/** The settings of a variant that decide whether it can be bought. */
export interface SellingPolicy {
  /** Whether stock is counted. A variant that is not tracked can always be sold. */
  readonly tracked: boolean;
  readonly soldOutPolicy: "DENY" | "CONTINUE";
}

/** The facts outside of a variant that decide whether it can be bought. */
export interface SaleTerms {
  /** Available units; null when stock is not counted. */
  readonly available: number | null;
  /** Whether it has a price in the market. Left out where prices do not matter. */
  readonly isOffered?: boolean;
}

/**
 * Whether a buyer can put the variant into a cart now. Product pages, lists and the search all use
 * this rule.
 */
export const isSellable = (
  { tracked, soldOutPolicy }: SellingPolicy,
  { available, isOffered = true }: SaleTerms = { available: null },
): boolean => isOffered && (!tracked || soldOutPolicy === "CONTINUE" || hasUnits(available));

/** Whether units can be sold. Without counted stock there are none. */
export const hasUnits = (available: number | null): boolean => (available ?? 0) > 0;
