import type {
  SearchFilter,
  SearchSort,
} from "../../../application/catalog/search/product-search.js";
import { pageEnds, type Page, type PageRequest } from "../../../application/shared/page.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import type { SearchQuery } from "../../../domain/catalog/search/query.js";
import {
  fromCursor,
  momentOf,
  toCursor,
  type CursorKey,
} from "../../../application/shared/cursor.js";
import type { Matches } from "./matches.js";
import { inPortions, type Steps } from "./portions.js";
import { priceOf, type PriceView } from "./narrowing.js";
import type { Entry, ProductIndex } from "./product-index.js";

/** A total order: by each key in turn, the last one an id. */
export interface SearchOrder {
  /** Names it in cursors; alike for the same order of the lists that the database sorts. */
  readonly name: string;
  readonly kinds: readonly ("string" | "number")[];
  /** One of the keys, counted from 0: most products are put aside by the first of them. */
  readonly key: (at: number, entry: Entry, slot: number) => CursorKey;
  /** Which keys run down. */
  readonly runsDown: readonly boolean[];
}

/** Where products without a price stand when a list is sorted by price. */
const UNPRICED = Number.MAX_SAFE_INTEGER;

export const orderOf = (
  index: ProductIndex,
  sort: SearchSort,
  filter: SearchFilter,
  { query, points }: Matches,
  view: PriceView,
): SearchOrder => {
  const key = sort.key === "RELEVANCE" && query === null ? "MANUAL" : sort.key;
  const by = (
    name: string,
    kind: "string" | "number",
    keyOf: (entry: Entry, slot: number) => CursorKey,
  ): SearchOrder => ({
    name,
    kinds: [kind, "string"],
    key: (at, entry, slot) => (at === 0 ? keyOf(entry, slot) : entry.id),
    runsDown: [sort.reverse, sort.reverse],
  });
  if (key === "RELEVANCE" && query !== null)
    return {
      name: `relevance ${fingerprint(query)}`,
      kinds: ["number", "string", "string", "string"],
      key: (at, { title, slug, id: own }, slot) =>
        at === 0 ? (points[slot] ?? 0) : at === 1 ? title : at === 2 ? slug : own,
      // The best first; what is equally good by title and slug, which do not depend on when it was added.
      runsDown: [!sort.reverse, sort.reverse, sort.reverse, sort.reverse],
    };
  if (key === "TITLE") return by("title", "string", ({ title }) => title);
  if (key === "PRICE")
    return by(
      view.priceList === null ? "price" : `price in ${view.priceList}`,
      "number",
      (entry) => priceOf(entry, view)?.min ?? UNPRICED,
    );
  if (key === "UPDATED") return by("updated", "string", ({ updated }) => updated);
  const only =
    filter.collections?.length === 1
      ? index.collectionLabel(filter.collections[0] ?? id<CollectionId>(""))
      : undefined;
  if (key === "MANUAL" && only !== undefined)
    return by(
      "manual",
      "number",
      ({ collections, positions }) => positions[collections.indexOf(only)] ?? UNPRICED,
    );
  return by("created", "string", ({ created }) => created);
};

interface Placed {
  readonly entry: Entry;
  readonly keys: readonly CursorKey[];
}

/** One page of the slots, without putting all of them in order. @throws InvalidCursor */
export const pageOf = function* (
  index: ProductIndex,
  slots: Int32Array,
  order: SearchOrder,
  page: PageRequest,
): Steps<Page<ProductId>> {
  const [after, before] = [read(page.after, order), read(page.before, order)];
  const turn = page.direction === "backward" ? -1 : 1;
  const best = new Foremost(
    (a: Placed, b: Placed) => compare(a.keys, b.keys, order) * turn,
    page.size + 1,
  );
  yield* inPortions(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const slot = slots[at] ?? -1;
      const entry = index.entries[slot];
      if (!entry) continue;
      const last = best.last;
      if (last !== undefined && against(entry, slot, last.keys, order) * turn >= 0) continue;
      if (
        (after && against(entry, slot, after, order) <= 0) ||
        (before && against(entry, slot, before, order) >= 0)
      )
        continue;
      best.offer({ entry, keys: order.kinds.map((_, key) => order.key(key, entry, slot)) });
    }
  });
  const found = best.inOrder();
  const kept = found.slice(0, page.size);
  const inOrder = page.direction === "backward" ? kept.toReversed() : kept;
  const goesOn = found.length > page.size;
  return {
    items: inOrder.map(({ entry, keys }) => ({
      cursor: toCursor(order.name, keys),
      item: entry.id,
    })),
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

/** Where a product stands to a place, without writing down all of its keys. */
const against = (
  entry: Entry,
  slot: number,
  place: readonly CursorKey[],
  order: SearchOrder,
): number => {
  for (let at = 0; at < place.length; at += 1) {
    const result = compareAt(order.key(at, entry, slot), place[at] ?? 0, order, at);
    if (result !== 0) return result;
  }
  return 0;
};

const compare = (
  one: readonly CursorKey[],
  other: readonly CursorKey[],
  order: SearchOrder,
): number => {
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

/** As a binary column of the database compares, which is not how JavaScript compares characters beyond the first 65,536. */
const byCodePoints = (a: string, b: string): number => {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other)
      return (isSurrogate(one) === isSurrogate(other) ? one < other : isSurrogate(other)) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
};

/** Whether a unit is half of a character beyond the first 65,536. */
const isSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdf_ff;

/** What tells one search from another, in few characters (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
const fingerprint = ({ words, isOpen }: SearchQuery): string => {
  let hash = 0x81_1c_9d_c5;
  for (const character of `${words.join(" ")}${isOpen ? "" : " "}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash.toString(16);
};
