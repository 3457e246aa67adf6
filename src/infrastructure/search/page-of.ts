import { toCursor, type CursorKey } from "../../application/shared/to-cursor.js";
import { pageEnds, type Page, type PageRequest } from "../../application/shared/page.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { ProductEntry } from "./product-entry.js";
import type { ProductIndex } from "./product-index.js";
import { compareKeys, compareToKeys, cursorKeys, type SearchOrder } from "./search-order.js";
import { inBatches, type Steps } from "./time-slice.js";
import { TopItems } from "./top-items.js";

interface SortedEntry {
  readonly entry: ProductEntry;
  readonly keys: readonly CursorKey[];
}

/** One page of the slots, without sorting all of them. @throws InvalidCursor */
export const pageOf = function* (
  index: ProductIndex,
  slots: Int32Array,
  order: SearchOrder,
  page: PageRequest,
): Steps<Page<ProductId>> {
  const [after, before] = [cursorKeys(page.after, order), cursorKeys(page.before, order)];
  const sign = page.direction === "backward" ? -1 : 1;
  const top = new TopItems<SortedEntry>(
    (a, b) => compareKeys(a.keys, b.keys, order) * sign,
    page.size + 1,
  );
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const slot = slots[at] ?? -1;
      const entry = index.entries[slot];
      if (!entry) continue;
      const { last } = top;
      if (last !== undefined && compareToKeys(entry, slot, last.keys, order) * sign >= 0) continue;
      if (
        (after && compareToKeys(entry, slot, after, order) <= 0) ||
        (before && compareToKeys(entry, slot, before, order) >= 0)
      )
        continue;
      top.add({ entry, keys: order.kinds.map((_, key) => order.key(key, entry, slot)) });
    }
  });
  const found = top.sorted();
  const kept = found.slice(0, page.size);
  const sorted = page.direction === "backward" ? kept.toReversed() : kept;
  return {
    items: sorted.map(({ entry, keys }) => ({
      cursor: toCursor(order.name, keys),
      item: entry.id,
    })),
    ...pageEnds(page, found.length > page.size),
  };
};
