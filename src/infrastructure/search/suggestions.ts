import type { SearchSuggestion } from "../../application/search/ports/product-search.js";
import { SEARCH_FIELDS } from "../../domain/search/word-points.js";
import { isUnspaced } from "../../domain/search/search-words.js";
import type { Matches } from "./matches.js";
import type { Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";
import { fieldsOf, slotOf, type Candidate } from "./word-index.js";

const MOST_COMPLETIONS = 5;
const SUGGESTED_FIELDS = SEARCH_FIELDS.TITLE | SEARCH_FIELDS.KEYWORD;

/** Other queries that find a visible product: corrections and completions of the query. */
export const suggestions = function* (
  index: ProductIndex,
  matches: Matches,
  isSeen: Uint8Array,
): Steps<readonly SearchSuggestion[]> {
  const { query } = matches;
  if (query === null || query.words.some(isUnspaced)) return [];
  const correction = yield* didYouMean(index, matches, isSeen);
  return [
    ...(correction === null ? [] : [{ kind: "DID_YOU_MEAN", query: correction } as const]),
    ...(yield* completions(index, matches, isSeen)),
  ];
};

const didYouMean = function* (
  index: ProductIndex,
  { query, candidates, isGuess }: Matches,
  isSeen: Uint8Array,
): Steps<string | null> {
  if (!isGuess || query === null) return null;
  const words: string[] = [];
  for (const [at, typed] of query.words.entries()) {
    const ranked: { readonly text: string; readonly effort: number; readonly products: number }[] =
      [];
    for (const { word, kind } of candidates[at] ?? []) {
      ranked.push({
        text: index.words.textOf(word),
        effort: EFFORT[kind],
        products: count(
          index,
          word,
          isSeen,
          SEARCH_FIELDS.TITLE | SEARCH_FIELDS.KEYWORD | SEARCH_FIELDS.DESCRIPTION,
        ),
      });
      yield;
    }
    const [best] = ranked
      .filter(({ products }) => products > 0)
      .toSorted(
        (a, b) => a.effort - b.effort || b.products - a.products || (a.text < b.text ? -1 : 1),
      );
    words.push(best === undefined || best.effort === 0 ? typed : best.text);
  }
  const correction = words.join(" ");
  return correction === query.words.join(" ") ? null : correction;
};

/**
 * How far a word is from the one that was typed. A longer word is a completion, not a correction.
 */
const EFFORT: Readonly<Record<Candidate["kind"], number>> = {
  EXACT: 0,
  PLURAL: 0,
  PREFIX: 0,
  TYPO: 1,
  TWO_TYPOS: 2,
};

const completions = function* (
  index: ProductIndex,
  { query, slots, isGuess }: Matches,
  isSeen: Uint8Array,
): Steps<readonly SearchSuggestion[]> {
  const last = query?.words.at(-1);
  if (query === null || last === undefined || !query.isOpen || isGuess) return [];
  const among = query.words.length === 1 ? isSeen : marked(slots, isSeen.length);
  const longer: { readonly text: string; readonly word: number }[] = [];
  index.words.forEachFrom(
    last,
    (text, word) => void (text !== last && longer.push({ text, word })),
  );
  const found: { readonly text: string; readonly products: number }[] = [];
  for (const { text, word } of longer) {
    const products = count(index, word, among, SUGGESTED_FIELDS);
    if (products > 0) found.push({ text, products });
    yield;
  }
  const best = found
    .toSorted((a, b) => b.products - a.products || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_COMPLETIONS);
  return best.map(({ text }) => ({
    kind: "COMPLETION",
    query: [...query.words.slice(0, -1), text].join(" "),
  }));
};

const marked = (slots: Int32Array, size: number): Uint8Array => {
  const marks = new Uint8Array(size);
  for (const slot of slots) marks[slot] = 1;
  return marks;
};

/** How many of the marked products have a word in one of the fields. */
const count = (index: ProductIndex, word: number, among: Uint8Array, fields: number): number => {
  let products = 0;
  for (const entry of index.words.entries(word))
    if ((fieldsOf(entry) & fields) !== 0 && among[slotOf(entry)] === 1) products += 1;
  return products;
};
