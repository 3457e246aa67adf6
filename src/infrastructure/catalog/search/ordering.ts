import type { SearchFilter, SearchSort } from "../../../application/catalog/search/product-search.js";
import { pageEnds, type Page, type PageRequest } from "../../../application/shared/page.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import type { SearchQuery } from "../../../domain/catalog/search/query.js";
import { fromCursor, momentOf, toCursor, type CursorKey } from "../../../application/shared/cursor.js";
import type { Matches } from "./matches.js";
import { priceOf, type PriceView } from "./narrowing.js";
import type { Entry, ProductIndex } from "./product-index.js";

/** A total order: by each key in turn, the last one an id. */
export interface SearchOrder {
  /** Names it in cursors; alike for the same order of the lists that the database sorts. */
  readonly name: string;
  readonly kinds: readonly ("string" | "number")[];
  readonly keys: (entry: Entry, slot: number) => readonly CursorKey[];
  /** The first of the keys: most products are put aside by it alone. */
  readonly first: (entry: Entry, slot: number) => CursorKey;
  /** Which keys run down. */
  readonly runsDown: readonly boolean[];
}

/** Where products without a price stand when a list is sorted by price. */
const UNPRICED = Number.MAX_SAFE_INTEGER;

export const orderOf = (index: ProductIndex, sort: SearchSort, filter: SearchFilter, { query, points }: Matches, view: PriceView): SearchOrder => {
  const key = sort.key === "RELEVANCE" && query === null ? "MANUAL" : sort.key;
  const by = (name: string, kind: "string" | "number", keyOf: (entry: Entry, slot: number) => CursorKey): SearchOrder => ({
    name, kinds: [kind, "string"], first: keyOf, keys: (entry, slot) => [keyOf(entry, slot), entry.id], runsDown: [sort.reverse, sort.reverse],
  });
  if (key === "RELEVANCE" && query !== null)
    return {
      name: `relevance ${fingerprint(query)}`,
      kinds: ["number", "string", "string", "string"],
      first: (_, slot) => points[slot] ?? 0,
      keys: (entry, slot) => [points[slot] ?? 0, entry.title, entry.slug, entry.id],
      // The best first; what is equally good by title and slug, which do not depend on when it was added.
      runsDown: [!sort.reverse, sort.reverse, sort.reverse, sort.reverse],
    };
  if (key === "TITLE") return by("title", "string", ({ title }) => title);
  if (key === "PRICE") return by(view.priceList === null ? "price" : `price in ${view.priceList}`, "number", (entry) => priceOf(entry, view)?.min ?? UNPRICED);
  if (key === "UPDATED") return by("updated", "string", ({ updated }) => updated);
  const only = filter.collections?.length === 1 ? index.collectionLabel(filter.collections[0] ?? id<CollectionId>("")) : undefined;
  if (key === "MANUAL" && only !== undefined) return by("manual", "number", ({ collections, positions }) => positions[collections.indexOf(only)] ?? UNPRICED);
  return by("created", "string", ({ created }) => created);
};

interface Placed {
  readonly entry: Entry;
  readonly keys: readonly CursorKey[];
}

/** One page of the slots, without putting all of them in order. @throws InvalidCursor */
export const pageOf = (index: ProductIndex, slots: readonly number[], order: SearchOrder, page: PageRequest): Page<ProductId> => {
  const [after, before] = [read(page.after, order), read(page.before, order)];
  const turn = page.direction === "backward" ? -1 : 1;
  const best = new Foremost((a: Placed, b: Placed) => compare(a.keys, b.keys, order) * turn, page.size + 1);
  for (const slot of slots) {
    const entry = index.entries[slot];
    if (!entry) continue;
    const last = best.last;
    if (last !== undefined && compareAt(order.first(entry, slot), last.keys[0] ?? 0, order, 0) * turn > 0) continue;
    const keys = order.keys(entry, slot);
    if ((after && compare(keys, after, order) <= 0) || (before && compare(keys, before, order) >= 0)) continue;
    best.offer({ entry, keys });
  }
  const found = best.inOrder();
  const kept = found.slice(0, page.size);
  const inOrder = page.direction === "backward" ? kept.toReversed() : kept;
  const goesOn = found.length > page.size;
  return {
    items: inOrder.map(({ entry, keys }) => ({ cursor: toCursor(order.name, keys), item: entry.id })),
    ...pageEnds(page, goesOn),
  };
};

/** The first few of many, in order. */
class Foremost<Item> {
  readonly #kept: Item[] = [];

  constructor(
    private readonly compare: (a: Item, b: Item) => number,
    private readonly most: number,
  ) {}

  /** The one that has to be beaten; undefined while there is room. */
  get last(): Item | undefined {
    return this.#kept.length === this.most ? this.#kept.at(-1) : undefined;
  }

  offer(item: Item): void {
    const kept = this.#kept;
    const last = kept.at(-1);
    if (kept.length === this.most && last !== undefined && this.compare(item, last) >= 0) return;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = kept[middle];
      if (other !== undefined && this.compare(other, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > this.most) kept.pop();
  }

  inOrder(): readonly Item[] {
    return this.#kept;
  }
}

const read = (cursor: string | null, order: SearchOrder): readonly CursorKey[] | null => {
  if (cursor === null) return null;
  const keys = fromCursor(cursor, order.name, order.kinds);
  if (order.name === "created" || order.name === "updated") momentOf(String(keys[0]));
  return keys;
};

const compare = (one: readonly CursorKey[], other: readonly CursorKey[], order: SearchOrder): number => {
  for (let at = 0; at < one.length; at += 1) {
    const result = compareAt(one[at] ?? 0, other[at] ?? 0, order, at);
    if (result !== 0) return result;
  }
  return 0;
};

const compareAt = (a: CursorKey, b: CursorKey, { runsDown }: SearchOrder, at: number): number => {
  if (a === b) return 0;
  const result = typeof a === "number" ? a - Number(b) : byCodePoints(a, String(b));
  return runsDown[at] ? -result : result;
};

const SURROGATE = /[\uD800-\uDFFF]/;

/** As a binary column of the database compares, which is not how JavaScript compares characters beyond the first 65,536. */
const byCodePoints = (a: string, b: string): number => {
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
};

/** What tells one search from another, in few characters (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
const fingerprint = ({ words, isOpen }: SearchQuery): string => {
  let hash = 0x81_1c_9d_c5;
  for (const character of `${words.join(" ")}${isOpen ? "" : " "}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash.toString(16);
};
