import type { FilterCondition } from "./filter-conditions.js";
import type { ProductIndex } from "./product-index.js";
import { inBatches, type Steps } from "./time-slice.js";
import type { VariantFilter } from "./variant-filter.js";

export const ALL_PASSED = -1;
/** Passes all conditions on the product, but no variant passes the filter of variants. */
export const VARIANTS_FAILED = -2;
export const SEVERAL_FAILED = -3;

interface ProductFilter {
  readonly conditions: readonly FilterCondition[];
  readonly variants: VariantFilter;
}

/**
 * For each product the condition that it fails, ALL_PASSED, VARIANTS_FAILED or SEVERAL_FAILED: a
 * facet also counts products that fail its own condition only.
 */
export const failedConditions = function* (
  index: ProductIndex,
  slots: Int32Array,
  { conditions, variants }: ProductFilter,
): Steps<Int8Array> {
  const failed = new Int8Array(slots.length).fill(ALL_PASSED);
  if (conditions.length === 0 && variants.isEmpty) return failed;
  const filtersVariants = !variants.isEmpty;
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const slot = slots[at] ?? -1;
      const entry = index.entries[slot];
      if (!entry) continue;
      let failure = ALL_PASSED;
      for (let number = 0; number < conditions.length; number += 1) {
        if (conditions[number]?.matches(entry)) continue;
        failure = failure === ALL_PASSED ? number : SEVERAL_FAILED;
        if (failure === SEVERAL_FAILED) break;
      }
      if (filtersVariants && failure !== SEVERAL_FAILED && !variants.passes(slot))
        failure = failure === ALL_PASSED ? VARIANTS_FAILED : SEVERAL_FAILED;
      failed[at] = failure;
    }
  });
  return failed;
};
