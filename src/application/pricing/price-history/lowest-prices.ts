import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import { isBusyLong, yieldWhenLong } from "../../shared/yield-when-long.js";
import type { Markets } from "../ports/markets.js";
import { KEPT_HISTORY_DAYS, type PastPrice, type PriceHistory } from "../ports/price-history.js";
import { lowestPriceBefore } from "./lowest-price-before.js";
import { pricingPeriods } from "./pricing-periods.js";

const DAY_MS = 24 * 60 * 60_000;

/** How many changes of the price of a variant in one list are read. */
export const MOST_CHANGES = 200;
/** What is read at first, because most reductions are young; then what is kept. */
const DAYS_READ = [100, KEPT_HISTORY_DAYS];

interface LowestPricesRequest {
  readonly variants: readonly VariantId[];
  /** The key of the market. */
  readonly market: string;
  readonly moment: Date;
}

/**
 * The lowest prices of the 30 days before reductions, in a market that shows them: three
 * statements, and a fourth when a reduction began more than 70 days ago. Variants without one are
 * absent: those that are not reduced, or cost nothing before; those whose reduction began more than
 * 700 days ago; and those whose price has changed in one list at least 200 times since 30 days
 * before the reduction.
 */
export const lowestPrices = useCase(
  anybody,
  ({ markets, priceHistory }: { readonly markets: Markets; readonly priceHistory: PriceHistory }) =>
    async ({
      variants,
      market: key,
      moment,
    }: LowestPricesRequest): Promise<ReadonlyMap<VariantId, Money>> => {
      const found = new Map<VariantId, Money>();
      const market = (await markets.all()).find((one) => one.key === key);
      if (!market?.showsLowestPrice) return found;
      const periodOf = (days: number) => ({
        from: new Date(moment.getTime() - days * DAY_MS),
        until: moment,
      });
      const [terms, lists] = await Promise.all([
        priceHistory.termsOf(market.id, periodOf(KEPT_HISTORY_DAYS)),
        priceHistory.lists(periodOf(KEPT_HISTORY_DAYS)),
      ]);
      const periods = pricingPeriods(terms, lists, null, moment);
      const applied = new Set(periods.flatMap((one) => one.lists.map(({ id }) => id)));
      const from = [null, ...applied];
      let unanswered = variants;
      for (const days of DAYS_READ) {
        if (unanswered.length === 0) break;
        const period = periodOf(days);
        const prices = await priceHistory.newestPricesOf(unanswered, from, period, MOST_CHANGES);
        const older: VariantId[] = [];
        for (const [variant, own] of prices) {
          const before = lowestPriceBefore(own, periods, moment);
          if (before && before.since < knownSince(own, period.from)) older.push(variant);
          else if (before?.lowest) found.set(variant, before.lowest);
          if (isBusyLong()) await yieldWhenLong();
        }
        unanswered = older;
      }
      return found;
    },
);

/** Since when the prices of a variant are known in every list that is read. */
const knownSince = (prices: readonly PastPrice[], read: Date): Date => {
  const counts = new Map<PriceListId | null, { readonly first: Date; readonly count: number }>();
  for (const { priceList, from } of prices) {
    const { first = from, count = 0 } = counts.get(priceList) ?? {};
    counts.set(priceList, { first, count: count + 1 });
  }
  let known = read;
  for (const { first, count } of counts.values())
    if (count >= MOST_CHANGES && first > known) known = first;
  return known;
};
