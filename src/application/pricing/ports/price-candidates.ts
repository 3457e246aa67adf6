import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Buyer } from "../../../domain/pricing/price-lists/applicable-lists.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../../domain/pricing/price-lists/price-candidates.js";

/** Reads every price that variants could have for a buyer. */
export interface PriceCandidates {
  /**
   * What the choice of a price needs, in one statement: the own price and the quantity prices in
   * the lists that apply to the buyer at the moment, in their order, at most three. Prices are those
   * that are stored now. A list without a price of a variant is left out. Missing variants are absent.
   */
  ofVariants(
    ids: readonly VariantId[],
    buyer: Buyer,
    moment: Date,
  ): Promise<ReadonlyMap<VariantId, CandidatesOfVariant>>;
}
