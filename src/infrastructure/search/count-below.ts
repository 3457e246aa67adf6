import type { CollectionId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import type { FacetRequest } from "./facet-request.js";
import { ALL_PASSED } from "./failed-conditions.js";
import { inBatches, type Steps } from "./time-slice.js";

/**
 * How many of the matches each collection has together with all collections below it, by label: each
 * product once, under all conditions except that on collections.
 * @param labels how many labels there are
 */
export const countBelow = function* (
  { index, slots, failed, conditions, scope }: FacetRequest,
  labels: number,
): Steps<Int32Array> {
  const counts = new Int32Array(labels);
  /** By label: the number of the last product that was counted, from 1. */
  const seen = new Int32Array(labels);
  const group = index.labels.findGroup("COLLECTION");
  const above = new Map<number, readonly number[]>();
  const withAbove = (label: number): readonly number[] => {
    const known = above.get(label);
    if (known) return known;
    const collection = id<CollectionId>(index.labels.keyOf(label));
    const found = [...scope.withAbove(collection)].flatMap(
      (one) => index.collectionLabel(one) ?? [],
    );
    above.set(label, found);
    return found;
  };
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const failure = failed[at] ?? ALL_PASSED;
      if (failure !== ALL_PASSED && conditions[failure]?.group !== group) continue;
      for (const own of index.entries[slots[at] ?? -1]?.collections ?? [])
        for (const label of withAbove(own)) {
          if (seen[label] === at + 1) continue;
          seen[label] = at + 1;
          counts[label] = (counts[label] ?? 0) + 1;
        }
    }
  });
  return counts;
};
