/**
 * Prices and stock of a variant: decimals with a point in the shop's currency. A field that is left
 * out stays, null removes it.
 */
export interface PriceAndStockInput {
  readonly price?: string | null | undefined;
  readonly compareAt?: string | null | undefined;
  readonly cost?: string | null | undefined;
  readonly onHand?: number | null | undefined;
}

/** A new state to save, null to remove it, undefined to leave it alone. */
export type Change<State> = State | null | undefined;
