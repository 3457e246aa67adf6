import { searchQuery, type SearchQuery } from "../../domain/search/search-query.js";
import {
  MATCH_KINDS,
  CODE_POINTS,
  CODE_PREFIX_POINTS,
  requiredMatches,
  SEARCH_FIELDS,
  MIN_CODE_PREFIX,
  titlePoints,
  wordPoints,
  type MatchKind,
} from "../../domain/search/word-points.js";
import { inBatches, type Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";
import { fieldsOf, slotOf, type Candidate } from "./word-index.js";

/** The visible products that a query finds. */
export interface Matches {
  readonly slots: Int32Array;
  /** By slot. */
  readonly points: Int32Array;
  /** For each word of the query the words that it may match; empty without a query. */
  readonly candidates: readonly (readonly Candidate[])[];
  readonly query: SearchQuery | null;
  /** Whether similar words were used, because no product has all words of the query. */
  readonly isGuess: boolean;
}

/** The points by the sum of fields. */
const POINTS = Object.fromEntries(
  MATCH_KINDS.map((kind) => [
    kind,
    Int32Array.from({ length: 8 }, (_, fields) => wordPoints(fields, kind)),
  ]),
) as Readonly<Record<MatchKind, Int32Array>>;

/**
 * Finds the products that have all words; if there is none, those that have all words or similar
 * ones; and if there is none either, those that have most of the words.
 * @param isSeen for each slot 1 when its product is visible
 */
export const findMatches = function* (
  index: ProductIndex,
  typed: string | null,
  isSeen: Uint8Array,
): Steps<Matches> {
  const query = searchQuery(typed);
  const points = new Int32Array(index.entries.length);
  if (query === "everything")
    return { slots: seen(isSeen), points, candidates: [], query: null, isGuess: false };
  if (query === "nothing")
    return { slots: new Int32Array(), points, candidates: [], query: null, isGuess: false };

  const typedCandidates = query.words.map((word, at) =>
    index.words.candidates(
      word,
      query.isOpen && at === query.words.length - 1,
      query.words.length === 1,
    ),
  );
  yield;
  const strict = new Scorer(index, isSeen, query, typedCandidates);
  yield* strict.count();
  const found = yield* strict.withWords(query.words.length);
  if (found.length > 0)
    return {
      slots: found,
      points: strict.points,
      candidates: typedCandidates,
      query,
      isGuess: false,
    };

  const withSimilar: (readonly Candidate[])[] = [];
  for (const [at, word] of query.words.entries()) {
    const typed = new Set(typedCandidates[at]?.map((one) => one.word));
    withSimilar.push([
      ...(typedCandidates[at] ?? []),
      ...(yield* index.words.similarWords(word)).filter(({ word: other }) => !typed.has(other)),
    ]);
  }
  const lenient = new Scorer(index, isSeen, query, withSimilar);
  yield* lenient.count();
  const withAll = yield* lenient.withWords(query.words.length);
  const slots =
    withAll.length > 0 ? withAll : yield* lenient.withWords(requiredMatches(query.words.length));
  return { slots, points: lenient.points, candidates: withSimilar, query, isGuess: true };
};

const seen = (isSeen: Uint8Array): Int32Array => {
  const slots = new Int32Array(isSeen.length);
  let found = 0;
  for (let slot = 0; slot < isSeen.length; slot += 1) if (isSeen[slot] === 1) slots[found++] = slot;
  return slots.subarray(0, found);
};

class Scorer {
  readonly points: Int32Array;
  /** By slot: how many words of the query a product has, and how many of them in its title. */
  readonly #hits: Uint8Array;
  readonly #inTitle: Uint8Array;

  constructor(
    private readonly index: ProductIndex,
    private readonly isSeen: Uint8Array,
    private readonly query: SearchQuery,
    private readonly candidates: readonly (readonly Candidate[])[],
  ) {
    const size = index.entries.length;
    [this.points, this.#hits, this.#inTitle] = [
      new Int32Array(size),
      new Uint8Array(size),
      new Uint8Array(size),
    ];
  }

  /** Counts the words of each product. */
  *count(): Steps<void> {
    for (const candidates of this.candidates) yield* this.#countOne(candidates);
  }

  /**
   * The products with so many words of the query, or with a code that equals it, with all their
   * points.
   */
  *withWords(words: number): Steps<Int32Array> {
    const codes = this.#codePoints();
    const slots = new Int32Array(this.points.length);
    let found = 0;
    yield* inBatches(this.points.length, (from, to) => {
      for (let slot = from; slot < to; slot += 1) {
        const ofCode = codes.size === 0 ? 0 : (codes.get(slot) ?? 0);
        const isMatch = this.isSeen[slot] === 1 && ((this.#hits[slot] ?? 0) >= words || ofCode > 0);
        if (!isMatch) continue;
        this.points[slot] = (this.points[slot] ?? 0) + ofCode + this.#titlePoints(slot);
        slots[found++] = slot;
      }
    });
    return slots.subarray(0, found);
  }

  *#countOne(candidates: readonly Candidate[]): Steps<void> {
    const best = new Int32Array(this.points.length);
    const isInTitle = new Uint8Array(this.points.length);
    for (const { word, kind } of candidates) {
      const points = POINTS[kind];
      const entries = this.index.words.entries(word);
      yield* inBatches(entries.length, (from, to) => {
        for (let at = from; at < to; at += 1) {
          const entry = entries[at] ?? 0;
          const [slot, fields] = [slotOf(entry), fieldsOf(entry)];
          const worth = points[fields] ?? 0;
          if (worth > (best[slot] ?? 0)) best[slot] = worth;
          if ((fields & SEARCH_FIELDS.TITLE) !== 0) isInTitle[slot] = 1;
        }
      });
    }
    yield* inBatches(best.length, (from, to) => {
      for (let slot = from; slot < to; slot += 1) {
        const worth = best[slot] ?? 0;
        if (worth === 0) continue;
        this.points[slot] = (this.points[slot] ?? 0) + worth;
        this.#hits[slot] = (this.#hits[slot] ?? 0) + 1;
        this.#inTitle[slot] = (this.#inTitle[slot] ?? 0) + (isInTitle[slot] ?? 0);
      }
    });
  }

  /** The points of codes that begin with the whole query, by slot. */
  #codePoints(): ReadonlyMap<number, number> {
    const { code, isOpen } = this.query;
    const points = new Map<number, number>();
    if (code === "") return points;
    const isLongEnough = isOpen && code.length >= MIN_CODE_PREFIX;
    this.index.codes.forEachFrom(code, (found, slot) => {
      if (found === code) points.set(slot, CODE_POINTS);
      else if (!isLongEnough) return false;
      else if (!points.has(slot)) points.set(slot, CODE_PREFIX_POINTS);
      return true;
    });
    return points;
  }

  #titlePoints(slot: number): number {
    const found = this.#inTitle[slot] ?? 0;
    if (found === 0) return 0;
    const isInSequence =
      found > 1 &&
      (this.index.entries[slot]?.titles.some((title) => this.#isInSequence(title)) ?? false);
    return titlePoints(found, this.index.columns.titleLength[slot] ?? 0, isInSequence);
  }

  #isInSequence(title: readonly number[]): boolean {
    const sets = (this.#candidateSets ??= this.candidates.map(
      (candidates) => new Set(candidates.map(({ word }) => word)),
    ));
    return title.some((_, start) => sets.every((words, at) => words.has(title[start + at] ?? -1)));
  }

  #candidateSets: readonly ReadonlySet<number>[] | undefined;
}
