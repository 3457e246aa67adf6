import { ALL_PASSED, type FilterCondition, type PriceView } from "./filter-conditions.js";
import { inBatches, type Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";

/**
 * How many of the matches have each value. A value is counted under all conditions except that of
 * its own facet.
 */
export interface ValueCounts {
  /** By label. */
  readonly labels: Int32Array;
  readonly available: readonly [yes: number, no: number];
  readonly onSale: readonly [yes: number, no: number];
  /** The lowest and the highest price of each product that has one. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

export interface FilteredMatches {
  readonly index: ProductIndex;
  readonly slots: Int32Array;
  /** For each of the slots the condition that it fails. */
  readonly failed: Int8Array;
  readonly conditions: readonly FilterCondition[];
  readonly view: PriceView;
}

/**
 * Counts everything in one pass with plain loops: here a search with many matches spends its time.
 */
export const countValues = function* ({
  index: { columns, labels: allLabels },
  slots,
  failed,
  conditions,
  view,
}: FilteredMatches): Steps<ValueCounts> {
  const counts = new Int32Array(allLabels.size);
  const { groupOf } = allLabels;
  const { labels, start, end } = columns;
  const prices = columns.prices(view.priceList, view.currency);
  const available = view.priceList === null ? columns.available : prices?.available;
  const [lowest, highest] = [new Float64Array(slots.length), new Float64Array(slots.length)];
  let [priced, yes, no, onSale, offSale] = [0, 0, 0, 0, 0];
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const [slot, failure] = [slots[at] ?? 0, failed[at] ?? ALL_PASSED];
      if (failure < ALL_PASSED) continue;
      const isAll = failure === ALL_PASSED;
      const own = isAll ? undefined : conditions[failure];
      const group = own?.group ?? -1;
      if (isAll || group >= 0)
        for (let n = start[slot] ?? 0, last = end[slot] ?? 0; n < last; n += 1) {
          const label = labels[n] ?? 0;
          if (isAll || groupOf[label] === group) counts[label] = (counts[label] ?? 0) + 1;
        }
      if (isAll || own?.kind === "AVAILABILITY") {
        if (available?.[slot] === 1) yes += 1;
        else no += 1;
      }
      if (isAll || own?.kind === "ON_SALE") {
        if (prices?.onSale[slot] === 1) onSale += 1;
        else offSale += 1;
      }
      const min = prices?.min[slot] ?? Number.NaN;
      if (min >= 0 && (isAll || own?.kind === "PRICE")) {
        lowest[priced] = min;
        highest[priced] = prices?.max[slot] ?? min;
        priced += 1;
      }
    }
  });
  return {
    labels: counts,
    available: [yes, no],
    onSale: [onSale, offSale],
    lowest: lowest.slice(0, priced),
    highest: highest.slice(0, priced),
  };
};
