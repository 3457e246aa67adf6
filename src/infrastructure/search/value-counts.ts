import { ALL_PASSED, SEVERAL_FAILED, VARIANTS_FAILED } from "./failed-conditions.js";
import type { FilterCondition, PriceView } from "./filter-conditions.js";
import { OF_VARIANTS } from "./labels.js";
import { PriceCounts } from "./price-counts.js";
import type { ProductIndex } from "./product-index.js";
import { inBatches, type Steps } from "./time-slice.js";
import { VariantCounts } from "./variant-counts.js";
import type { VariantFilter } from "./variant-filter.js";

/**
 * How many of the matches have each value. A value is counted under all conditions except that of
 * its own facet.
 */
export interface ValueCounts {
  /** By label. */
  readonly labels: Int32Array;
  readonly available: readonly [yes: number, no: number];
  readonly onSale: readonly [yes: number, no: number];
  readonly prices: PriceCounts;
}

export interface FilteredMatches {
  readonly index: ProductIndex;
  readonly slots: Int32Array;
  /** For each of the slots the condition that it fails. */
  readonly failed: Int8Array;
  readonly conditions: readonly FilterCondition[];
  readonly variants: VariantFilter;
  readonly view: PriceView;
}

/**
 * Counts everything in one pass with plain loops: here a search with many matches spends its time.
 */
export const countValues = function* (matches: FilteredMatches): Steps<ValueCounts> {
  return matches.variants.isEmpty ? yield* countProducts(matches) : yield* countVariants(matches);
};

/** Without conditions on variants, what is stored of a product says all. */
const countProducts = function* ({
  index: { columns, labels: allLabels },
  slots,
  failed,
  conditions,
  variants,
  view,
}: FilteredMatches): Steps<ValueCounts> {
  const counts = new Int32Array(allLabels.size);
  const { groupOf } = allLabels;
  const { labels, labelled } = columns;
  const { start, end } = labelled;
  const ofList = columns.prices(view.priceList, view.currency);
  const available = view.priceList === null ? columns.available : ofList?.available;
  const prices = new PriceCounts(variants, columns.variants.rows, slots.length);
  let [yes, no, onSale, offSale] = [0, 0, 0, 0];
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const [slot, failure] = [slots[at] ?? 0, failed[at] ?? ALL_PASSED];
      if (failure < ALL_PASSED) continue;
      const isAll = failure === ALL_PASSED;
      const group = isAll ? -1 : (conditions[failure]?.group ?? -1);
      if (isAll || group !== -1)
        for (let n = start[slot] ?? 0, last = end[slot] ?? 0; n < last; n += 1) {
          const label = labels[n] ?? 0;
          if (isAll || groupOf[label] === group) counts[label] = (counts[label] ?? 0) + 1;
        }
      if (!isAll) continue;
      if (available?.[slot] === 1) yes += 1;
      else no += 1;
      if (ofList?.onSale[slot] === 1) onSale += 1;
      else offSale += 1;
      const min = ofList?.min[slot] ?? Number.NaN;
      if (min >= 0) prices.add(slot, min, ofList?.max[slot] ?? min);
    }
  });
  return { labels: counts, available: [yes, no], onSale: [onSale, offSale], prices };
};

const countVariants = function* ({
  index: { columns, labels: allLabels },
  slots,
  failed,
  conditions,
  variants,
}: FilteredMatches): Steps<ValueCounts> {
  const counts = new Int32Array(allLabels.size);
  const countLabels = labelCounter(counts, columns, allLabels);
  const prices = new PriceCounts(variants, columns.variants.rows, slots.length);
  const ofVariants = new VariantCounts({
    variants,
    columns: columns.variants,
    allLabels,
    counts,
    prices,
  });
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const [slot, failure] = [slots[at] ?? 0, failed[at] ?? ALL_PASSED];
      if (failure === SEVERAL_FAILED) continue;
      if (failure === ALL_PASSED) countLabels(slot, OF_PRODUCTS);
      else if (failure !== VARIANTS_FAILED) {
        const group = conditions[failure]?.group ?? -1;
        if (group !== -1) countLabels(slot, group);
        continue;
      }
      ofVariants.add(slot);
    }
  });
  return { labels: counts, available: ofVariants.available, onSale: ofVariants.onSale, prices };
};

const OF_PRODUCTS = -2;

/** Counts the labels of a product that are in one group, or in any that variants do not have. */
const labelCounter = (
  counts: Int32Array,
  { labelled: { start, end }, labels }: ProductIndex["columns"],
  { groupOf, groups }: ProductIndex["labels"],
): ((slot: number, group: number) => void) => {
  const isOfVariants = Uint8Array.from(groups, ({ kind }) => (OF_VARIANTS.has(kind) ? 1 : 0));
  return (slot, group) => {
    for (let at = start[slot] ?? 0, last = end[slot] ?? 0; at < last; at += 1) {
      const label = labels[at] ?? 0;
      if (
        group === OF_PRODUCTS ? isOfVariants[groupOf[label] ?? -1] !== 1 : groupOf[label] === group
      )
        counts[label] = (counts[label] ?? 0) + 1;
    }
  };
};
