import type { VariantId } from "../../domain/catalog/ids.js";
import type { VariantPrice } from "../../domain/pricing/variant-price.js";

/** Prices of the default market on their way to being changed. */
export interface Prices {
  /** Loading locks the rows, in the order of the ids. Variants without a price are absent. */
  byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>>;
  /** Adds or replaces. */
  save(prices: readonly VariantPrice[]): Promise<void>;
  remove(ids: readonly VariantId[]): Promise<void>;
}

export interface PricingStores {
  readonly prices: Prices;
}
