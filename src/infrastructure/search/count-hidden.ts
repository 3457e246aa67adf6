import type { Audience } from "../../application/catalog/ports/audience.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";

/**
 * How many hidden products a walk along all active products, or along a collection, reads; as of
 * the current second.
 */
export const countHidden = (
  index: ProductIndex,
  audience: Audience,
  collection?: CollectionId,
): number => {
  if (audience.sees === "everything") return 0;
  const second = Math.trunc(audience.at.getTime() / 1_000);
  const cached = cache.get(index);
  const counts =
    cached?.version === index.version && cached.second === second
      ? cached
      : countAll(index, second);
  cache.set(index, counts);
  return collection === undefined
    ? counts.active
    : (counts.inCollections.get(index.collectionLabel(collection) ?? -1) ?? 0);
};

interface HiddenCounts {
  readonly version: number;
  /** The second of the count, because publications begin and end. */
  readonly second: number;
  /** Of all active products. */
  readonly active: number;
  /** Of each collection, by its label. */
  readonly inCollections: ReadonlyMap<number, number>;
}

// Every list asks, and changes are rare in comparison.
const cache = new WeakMap<ProductIndex, HiddenCounts>();

const countAll = ({ entries, version, columns }: ProductIndex, second: number): HiddenCounts => {
  const inCollections = new Map<number, number>();
  let active = 0;
  for (let slot = 0; slot < entries.length; slot += 1) {
    if (columns.isVisible(slot, second * 1_000)) continue;
    if (columns.active[slot] === 1) active += 1;
    for (const label of entries[slot]?.collections ?? [])
      inCollections.set(label, (inCollections.get(label) ?? 0) + 1);
  }
  return { version, second, active, inCollections };
};
