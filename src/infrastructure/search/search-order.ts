import { sortOf } from "../../application/catalog/ports/product-list.js";
import { fromCursor, timeOf, type CursorKey } from "../../application/shared/to-cursor.js";
import type { SearchFilter, SearchSort } from "../../application/search/ports/product-search.js";
import type { SearchQuery } from "../../domain/search/search-query.js";
import { priceOf, type PriceView } from "./filter-conditions.js";
import type { Matches } from "./matches.js";
import type { ProductEntry } from "./product-entry.js";
import type { ProductIndex } from "./product-index.js";
import type { SearchScope } from "./search-scope.js";

/** A total order: by each key in turn, the last one an id. */
export interface SearchOrder {
  /**
   * Names the order in cursors; the same name as for the same order of a list that the database
   * sorts.
   */
  readonly name: string;
  readonly kinds: readonly ("string" | "number")[];
  /**
   * One of the keys, counted from 0. Computed one by one, because the first key decides most
   * comparisons.
   */
  readonly key: (index: number, entry: ProductEntry, slot: number) => CursorKey;
  /** For each key. */
  readonly isDescending: readonly boolean[];
}

/** The price of products without a price: after all others. */
const UNPRICED = Number.MAX_SAFE_INTEGER;
/** The value of products without a value: the last code point, which no text may hold. */
const WITHOUT_VALUE = "\u{10ffff}";

interface OrderRequest {
  readonly sort: SearchSort;
  readonly filter: SearchFilter;
  readonly scope: SearchScope;
  readonly matches: Matches;
  readonly view: PriceView;
  /** The price of the matching variant of each slot; null where the lowest price decides. */
  readonly matchingPrice: ((slot: number) => number) | null;
}

/** @throws FieldNotSearchable */
export const searchOrder = (index: ProductIndex, request: OrderRequest): SearchOrder => {
  const { filter, scope, view } = request;
  const { query, points } = request.matches;
  const sort =
    request.sort.key === "RELEVANCE" && query === null
      ? withoutQuery(request.sort, scope)
      : request.sort;
  const { key } = sort;
  const by = (
    name: string,
    kind: "string" | "number",
    keyOf: (entry: ProductEntry, slot: number) => CursorKey,
  ): SearchOrder => ({
    name,
    kinds: [kind, "string"],
    key: (at, entry, slot) => (at === 0 ? keyOf(entry, slot) : entry.id),
    isDescending: [sort.reverse, sort.reverse],
  });
  if (key === "RELEVANCE" && query !== null)
    return {
      name: `relevance ${fingerprint(query)}`,
      kinds: ["number", "string", "string", "string"],
      key: (at, { title, slug, id: own }, slot) =>
        at === 0 ? (points[slot] ?? 0) : at === 1 ? title : at === 2 ? slug : own,
      // The best first; equals by title and slug, which do not depend on when a product was added.
      isDescending: [!sort.reverse, sort.reverse, sort.reverse, sort.reverse],
    };
  if (key === "TITLE") return by("title", "string", ({ title }) => title);
  if (key === "PRICE") {
    const { matchingPrice } = request;
    return by(
      `price${matchingPrice ? " of variants" : ""}${view.priceList === null ? "" : ` in ${view.priceList}`}`,
      "number",
      matchingPrice
        ? (_, slot) => Math.min(matchingPrice(slot), UNPRICED)
        : (entry) => priceOf(entry, view)?.min ?? UNPRICED,
    );
  }
  if (key === "METAFIELD") {
    const { name } = index.fields.sortable(sort.metafield);
    return by(`metafield ${name}`, "string", ({ sortKeys }) => sortKeys.get(name) ?? WITHOUT_VALUE);
  }
  if (key === "UPDATED") return by("updated", "string", ({ updated }) => updated);
  const [first, ...more] = scope.in ? [scope.in.id] : (filter.collections ?? []);
  const only = first && more.length === 0 ? index.collectionLabel(first) : undefined;
  if (key === "MANUAL" && only !== undefined)
    return by(
      "manual",
      "number",
      ({ collections, positions }) => positions[collections.indexOf(only)] ?? UNPRICED,
    );
  return by("created", "string", ({ created }) => created);
};

/** The order of the collection that is searched in, or the manual one. */
const withoutQuery = ({ reverse }: SearchSort, { in: collection }: SearchScope): SearchSort => {
  const sort = sortOf(collection?.sortOrder ?? "MANUAL");
  return { key: sort.key, reverse: sort.reverse !== reverse };
};

/** The keys of a cursor. @throws InvalidCursor */
export const cursorKeys = (
  cursor: string | null,
  { name, kinds }: SearchOrder,
): readonly CursorKey[] | null => {
  if (cursor === null) return null;
  const keys = fromCursor(cursor, name, kinds);
  if (name === "created" || name === "updated") timeOf(String(keys[0]));
  return keys;
};

/** Compares an entry with the keys of another, without computing all of its keys. */
export const compareToKeys = (
  entry: ProductEntry,
  slot: number,
  keys: readonly CursorKey[],
  order: SearchOrder,
): number => {
  for (let at = 0; at < keys.length; at += 1) {
    const result = compareAt(order.key(at, entry, slot), keys[at] ?? 0, order, at);
    if (result !== 0) return result;
  }
  return 0;
};

export const compareKeys = (
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

const compareAt = (
  a: CursorKey,
  b: CursorKey,
  { isDescending }: SearchOrder,
  at: number,
): number => {
  if (a === b) return 0;
  const result = typeof a === "number" ? a - Number(b) : byCodePoints(a, String(b));
  return isDescending[at] ? -result : result;
};

// As a binary column of the database compares. JavaScript compares characters beyond the first
// 65,536 differently.
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

/**
 * Distinguishes searches in few characters (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/).
 */
const fingerprint = ({ words, isOpen }: SearchQuery): string => {
  let hash = 0x81_1c_9d_c5;
  for (const character of `${words.join(" ")}${isOpen ? "" : " "}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash.toString(16);
};
