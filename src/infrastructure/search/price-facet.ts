import type {
  Facet,
  FacetValue,
  SearchFilter,
} from "../../application/search/ports/product-search.js";
import { priceBuckets } from "../../domain/search/price-buckets.js";
import { Money } from "../../domain/shared/money.js";
import type { Steps } from "./time-slice.js";
import type { ValueCounts } from "./value-counts.js";

/** The ranges of prices; none when nothing has a price. */
export const priceFacet = function* (
  { prices }: Pick<ValueCounts, "prices">,
  { minPrice, maxPrice }: SearchFilter,
  currency: string,
): Steps<readonly Facet[]> {
  const sorted = prices.lowest();
  if (sorted.length === 0) return [];
  yield;
  const range = {
    min: Money.of(sorted[0] ?? 0, currency),
    max: Money.of(prices.highest(), currency),
  };
  const money = (amount: number | null): Money | null =>
    amount === null ? null : Money.of(amount, currency);
  const rounded = priceBuckets(sorted);
  const buckets =
    rounded.length > 0 ? rounded : [{ min: range.min.minorUnits, max: range.max.minorUnits }];
  const counts = yield* prices.inBuckets(buckets);
  const values = buckets.map(({ min, max }, bucket): FacetValue => {
    const label = `${money(min)?.toDecimal() ?? ""}–${money(max)?.toDecimal() ?? ""}`;
    const isSelected =
      (minPrice !== undefined || maxPrice !== undefined) &&
      (minPrice?.minorUnits ?? null) === min &&
      (maxPrice?.minorUnits ?? null) === max;
    return {
      value: label,
      label,
      count: counts[bucket] ?? 0,
      isSelected,
      min: money(min),
      max: money(max),
    };
  });
  return [{ kind: "PRICE", name: null, label: null, values, range, field: null }];
};
