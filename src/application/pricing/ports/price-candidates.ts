import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../../domain/pricing/price-lists/price-candidates.js";
import type { MarketView } from "./markets.js";

/** Who buys, as far as the choice of a price depends on it. */
interface Buyer {
  readonly market: Pick<MarketView, "id" | "priceList">;
  readonly customerGroup: null;
}

/** Reads every price that variants could have for a buyer. */
export interface PriceCandidates {
  /**
   * What the choice of a price needs, in one statement: the own price and those in the lists that
   * apply to the buyer at the moment, in their order. Prices are those that are stored now. A list
   * without a price of a variant is left out. Missing variants are absent.
   */
  ofVariants(
    ids: readonly VariantId[],
    buyer: Buyer,
    moment: Date,
  ): Promise<ReadonlyMap<VariantId, CandidatesOfVariant>>;
}
