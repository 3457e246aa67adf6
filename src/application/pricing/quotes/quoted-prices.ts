import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Buyer } from "../../../domain/pricing/price-lists/applicable-lists.js";
import type { PriceCandidates as CandidatesOfVariant } from "../../../domain/pricing/price-lists/price-candidates.js";
import type { PriceCandidates } from "../ports/price-candidates.js";
import type { PriceHistory } from "../ports/price-history.js";
import type { ScheduledPriceReads } from "../ports/scheduled-price-reads.js";
import { pastCandidates } from "../price-history/past-candidates.js";
import { plannedPriceAt } from "../scheduled-prices/planned-price-at.js";

export interface QuotedPricesNeeds {
  readonly priceCandidates: PriceCandidates;
  readonly priceHistory: PriceHistory;
  readonly scheduledPriceReads: ScheduledPriceReads;
}

type Candidates = ReadonlyMap<VariantId, CandidatesOfVariant>;

/**
 * What variants cost at a moment: in the past as the history tells, in two statements; now as
 * stored, in one; in the future with the scheduled changes, in two.
 */
export const quotedPrices = async (
  needs: QuotedPricesNeeds,
  variants: readonly VariantId[],
  buyer: Buyer,
  { moment, now }: { readonly moment: Date; readonly now: Date },
): Promise<Candidates> => {
  if (moment < now) return pastCandidates(needs.priceHistory, variants, buyer, moment);
  const stored = needs.priceCandidates.ofVariants(variants, buyer, moment);
  return moment > now ? withPlans(needs, variants, await stored, moment) : stored;
};

const withPlans = async (
  { scheduledPriceReads }: QuotedPricesNeeds,
  variants: readonly VariantId[],
  stored: Candidates,
  moment: Date,
): Promise<Candidates> => {
  const planned = await scheduledPriceReads.plansOf(variants);
  return new Map(
    [...stored].map(([id, candidates]) => {
      const found = planned.get(id);
      return [
        id,
        found
          ? { ...candidates, own: plannedPriceAt(id, found.stored, found.plans, moment) }
          : candidates,
      ];
    }),
  );
};
