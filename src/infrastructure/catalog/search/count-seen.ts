import type { Audience } from "../../../application/catalog/ports.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { ProductIndex } from "./product-index.js";

/** How many products of each collection an audience sees: all of them in one walk over the catalogue. */
export const countInCollections = (
  index: ProductIndex,
  ids: readonly CollectionId[],
  audience: Audience,
): ReadonlyMap<CollectionId, number> => {
  const {
    entries,
    columns: { from, until },
  } = index;
  const counts = new Map<number, number>(
    ids.flatMap((id) => index.collectionLabel(id) ?? []).map((label) => [label, 0]),
  );
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

/** What is not shown: of all active products, and of the products of each collection by its label. */
interface Hidden {
  readonly version: number;
  /** In which second it was counted: publications begin and end. */
  readonly second: number;
  readonly active: number;
  readonly inCollections: ReadonlyMap<number, number>;
}

/** Every list asks, and few changes come in between. */
const counted = new WeakMap<ProductIndex, Hidden>();

/** What a walk along all active products, or along a collection, comes upon in vain; as it was within this second. */
export const countHidden = (
  index: ProductIndex,
  audience: Audience,
  collection?: CollectionId,
): number => {
  if (audience.sees === "everything") return 0;
  const second = Math.trunc(audience.at.getTime() / 1_000);
  const known = counted.get(index);
  const hidden =
    known?.version === index.version && known.second === second ? known : walkHidden(index, second);
  counted.set(index, hidden);
  return collection === undefined
    ? hidden.active
    : (hidden.inCollections.get(index.collectionLabel(collection) ?? -1) ?? 0);
};

const walkHidden = (
  { entries, version, columns: { from, until, active } }: ProductIndex,
  second: number,
): Hidden => {
  const inCollections = new Map<number, number>();
  let all = 0;
  for (let slot = 0; slot < entries.length; slot += 1) {
    if (isSeen(from[slot], until[slot], second * 1_000)) continue;
    if (active[slot] === 1) all += 1;
    for (const label of entries[slot]?.collections ?? [])
      inCollections.set(label, (inCollections.get(label) ?? 0) + 1);
  }
  return { version, second, active: all, inCollections };
};

const isSeen = (from = Number.POSITIVE_INFINITY, until = 0, at: number): boolean =>
  from <= at && at < until;
