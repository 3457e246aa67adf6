import type { Money } from "../../shared/money.js";
import type { TaxedPrice } from "./unit-taxes.js";

interface Range {
  readonly min: Money;
  readonly max: Money;
}

/**
 * The lowest and highest price with tax and without. Where variants are taxed differently, the
 * cheapest one with tax need not be the cheapest one without.
 */
export interface TaxedRange {
  readonly gross: Range;
  readonly net: Range;
}

/** @returns null for no prices */
export const taxedRange = (prices: readonly TaxedPrice[]): TaxedRange | null => {
  const gross = rangeOf(prices.map((price) => price.gross));
  const net = rangeOf(prices.map((price) => price.net));
  return gross && net && { gross, net };
};

const rangeOf = ([first, ...others]: readonly Money[]): Range | null => {
  if (!first) return null;
  let [min, max] = [first, first];
  for (const one of others) {
    if (min.isAbove(one)) min = one;
    if (one.isAbove(max)) max = one;
  }
  return { min, max };
};
