import type { Audience } from "../../application/catalog/ports/audience.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";

/** How many products of each collection an audience sees, counted in one pass. */
export const countInCollections = (
  index: ProductIndex,
  ids: readonly CollectionId[],
  audience: Audience,
): ReadonlyMap<CollectionId, number> => {
  const { entries, columns } = index;
  const counts = new Map<number, number>(
    ids.flatMap((id) => index.collectionLabel(id) ?? []).map((label) => [label, 0]),
  );
  const at = audience.sees === "everything" ? null : audience.at.getTime();
  for (let slot = 0; slot < entries.length; slot += 1) {
    if (at !== null && !columns.isVisible(slot, at)) continue;
    for (const label of entries[slot]?.collections ?? []) {
      const count = counts.get(label);
      if (count !== undefined) counts.set(label, count + 1);
    }
  }
  return new Map(ids.map((id) => [id, counts.get(index.collectionLabel(id) ?? -1) ?? 0]));
};
