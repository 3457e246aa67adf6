import type { Audience } from "../../application/catalog/ports/audience.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";
import { inBatches, type Steps } from "./time-slice.js";

/**
 * For each slot 1 when the audience may see its product.
 * @param within only products of one of these collections; null for all products
 */
export const visibleSlots = function* (
  index: ProductIndex,
  audience: Audience,
  within: ReadonlySet<CollectionId> | null,
): Steps<Uint8Array> {
  const { entries, columns } = index;
  const isSeen = new Uint8Array(entries.length);
  const isWithin = new Uint8Array(index.labels.size);
  for (const label of [...(within ?? [])].flatMap((id) => index.collectionLabel(id) ?? []))
    isWithin[label] = 1;
  const at = audience.sees === "everything" ? null : audience.at.getTime();
  const isIn = (slot: number): boolean => {
    const { start, end } = columns.labelled;
    for (let n = start[slot] ?? 0, last = end[slot] ?? 0; n < last; n += 1)
      if (isWithin[columns.labels[n] ?? 0] === 1) return true;
    return false;
  };
  yield* inBatches(entries.length, (from, to) => {
    for (let slot = from; slot < to; slot += 1)
      if (
        (at === null ? entries[slot] : columns.isVisible(slot, at)) &&
        (within === null || isIn(slot))
      )
        isSeen[slot] = 1;
  });
  return isSeen;
};
