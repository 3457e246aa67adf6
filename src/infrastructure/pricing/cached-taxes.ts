import type { ShopTaxes, ShopTaxesView } from "../../application/pricing/ports/shop-taxes.js";
import { cachedReading } from "./cached-reading.js";

interface CachedTaxes extends ShopTaxes {
  /** To be called after a change: the taxes are read again. */
  readonly invalidate: () => void;
}

/**
 * The taxes of the shop in the memory of this process, as old as `cachedReading` allows: every
 * quote reads them, and they seldom change.
 */
export const cachedTaxes = (read: () => Promise<ShopTaxesView>): CachedTaxes => {
  const { get, invalidate } = cachedReading(read);
  return { current: get, invalidate };
};
