export const OUTSIDE_FALLBACKS = ["ALLOWED", "REFUSED"] as const;
/** Whether an order may be placed on an estimate while a tax provider or carrier does not answer. */
export type OutsideFallback = (typeof OUTSIDE_FALLBACKS)[number];

/** The terms of a market that are about how carts become orders. */
export interface MarketCheckoutTerms {
  readonly outsideFallback: OutsideFallback;
}

export const DEFAULT_CHECKOUT_TERMS: MarketCheckoutTerms = { outsideFallback: "ALLOWED" };
