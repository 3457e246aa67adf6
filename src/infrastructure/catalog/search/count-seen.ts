import type { Audience } from "../../../application/catalog/ports.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";

/** How many products of each collection an audience sees: all of them in one walk over the catalogue. */
export const countInCollections = (index: ProductIndex, ids: readonly CollectionId[], audience: Audience): ReadonlyMap<CollectionId, number> => {
  const { entries, columns: { from, until } } = index;
  const counts = new Map<number, number>(ids.flatMap((id) => index.collectionLabel(id) ?? []).map((label) => [label, 0]));
  const at = audience.sees === "everything" ? null : audience.at.getTime();
  for (let slot = 0; slot < entries.length; slot += 1) {
    if (at !== null && !isSeen(from[slot], until[slot], at)) continue;
    for (const label of entries[slot]?.collections ?? []) {
      const count = counts.get(label);
      if (count !== undefined) counts.set(label, count + 1);
    }
  }
  return new Map(ids.map((id) => [id, counts.get(index.collectionLabel(id) ?? -1) ?? 0]));
};

/** What a walk along all active products, or along a collection, comes upon in vain. */
export const countHidden = (index: ProductIndex, audience: Audience, collection?: CollectionId): number => {
  if (audience.sees === "everything") return 0;
  const { entries, columns: { from, until, active } } = index;
  const at = audience.at.getTime();
  const label = collection === undefined ? undefined : index.collectionLabel(collection);
  if (collection !== undefined && label === undefined) return 0;
  let hidden = 0;
  for (let slot = 0; slot < entries.length; slot += 1) {
    if (isSeen(from[slot], until[slot], at)) continue;
    if (label === undefined ? active[slot] === 1 : entries[slot]?.collections.includes(label)) hidden += 1;
  }
  return hidden;
};

const isSeen = (from = Number.POSITIVE_INFINITY, until = 0, at: number): boolean => from <= at && at < until;
