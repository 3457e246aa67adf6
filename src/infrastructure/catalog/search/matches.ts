import { readQuery, type SearchQuery } from "../../../domain/catalog/search/query.js";
import {
  AGREEMENTS,
  CODE_POINTS,
  CODE_PREFIX_POINTS,
  enoughWords,
  FIELDS,
  SHORTEST_CODE_PREFIX,
  titlePoints,
  wordPoints,
  type Agreement,
} from "../../../domain/catalog/search/relevance.js";
import { inPortions, type Steps } from "./portions.js";
import type { ProductIndex } from "./product-index.js";
import { fieldsOf, slotOf, type Candidate } from "./word-book.js";

/** What a query finds among what may be seen. */
export interface Matches {
  readonly slots: Int32Array;
  /** By slot. */
  readonly points: Int32Array;
  /** What each word of the query was taken for; empty where nothing was looked for. */
  readonly meanings: readonly (readonly Candidate[])[];
  readonly query: SearchQuery | null;
  /** Whether words had to be taken for others that look alike. */
  readonly isGuess: boolean;
}

/** The points of each sum of fields. */
const POINTS = Object.fromEntries(
  AGREEMENTS.map((agreement) => [
    agreement,
    Int32Array.from({ length: 8 }, (_, fields) => wordPoints(fields, agreement)),
  ]),
) as Readonly<Record<Agreement, Int32Array>>;

/**
 * All words as they stand; where no product has all of them, words that look alike too; where that finds nothing either, the
 * products that have most of the words.
 * @param isSeen whether the product in a slot may be seen
 */
export const matching = function* (
  index: ProductIndex,
  typed: string | null,
  isSeen: Uint8Array,
): Steps<Matches> {
  const query = readQuery(typed);
  const points = new Int32Array(index.entries.length);
  if (query === "everything")
    return { slots: seen(isSeen), points, meanings: [], query: null, isGuess: false };
  if (query === "nothing")
    return { slots: new Int32Array(), points, meanings: [], query: null, isGuess: false };

  const asTyped = query.words.map((word, at) =>
    index.words.meanings(
      word,
      query.isOpen && at === query.words.length - 1,
      query.words.length === 1,
    ),
  );
  yield;
  const strict = new Scoring(index, isSeen, query, asTyped);
  yield* strict.count();
  const found = yield* strict.having(query.words.length);
  if (found.length > 0)
    return { slots: found, points: strict.points, meanings: asTyped, query, isGuess: false };

  const guessed: (readonly Candidate[])[] = [];
  for (const [at, word] of query.words.entries()) {
    const known = new Set(asTyped[at]?.map((one) => one.word));
    guessed.push([
      ...(asTyped[at] ?? []),
      ...(yield* index.words.nearMisses(word)).filter(({ word: other }) => !known.has(other)),
    ]);
  }
  const wide = new Scoring(index, isSeen, query, guessed);
  yield* wide.count();
  const alike = yield* wide.having(query.words.length);
  const slots = alike.length > 0 ? alike : yield* wide.having(enoughWords(query.words.length));
  return { slots, points: wide.points, meanings: guessed, query, isGuess: true };
};

const seen = (isSeen: Uint8Array): Int32Array => {
  const slots = new Int32Array(isSeen.length);
  let found = 0;
  for (let slot = 0; slot < isSeen.length; slot += 1) if (isSeen[slot] === 1) slots[found++] = slot;
  return slots.subarray(0, found);
};

class Scoring {
  readonly points: Int32Array;
  /** How many words of the query each product has, and how many of them in its title. */
  readonly #hits: Uint8Array;
  readonly #inTitle: Uint8Array;

  constructor(
    private readonly index: ProductIndex,
    private readonly isSeen: Uint8Array,
    private readonly query: SearchQuery,
    private readonly meanings: readonly (readonly Candidate[])[],
  ) {
    const size = index.entries.length;
    [this.points, this.#hits, this.#inTitle] = [
      new Int32Array(size),
      new Uint8Array(size),
      new Uint8Array(size),
    ];
  }

  /** Finds out what each product has of the words. */
  *count(): Steps<void> {
    for (const candidates of this.meanings) yield* this.#countOne(candidates);
  }

  /** Those that have so many words of the query, or bear the label that was typed, with all their points. */
  *having(words: number): Steps<Int32Array> {
    const bonus = this.#labels();
    const slots = new Int32Array(this.points.length);
    let found = 0;
    yield* inPortions(this.points.length, (from, to) => {
      for (let slot = from; slot < to; slot += 1) {
        const label = bonus.size === 0 ? 0 : (bonus.get(slot) ?? 0);
        const isMatch = this.isSeen[slot] === 1 && ((this.#hits[slot] ?? 0) >= words || label > 0);
        if (!isMatch) continue;
        this.points[slot] = (this.points[slot] ?? 0) + label + this.#ofTitle(slot);
        slots[found++] = slot;
      }
    });
    return slots.subarray(0, found);
  }

  *#countOne(candidates: readonly Candidate[]): Steps<void> {
    const best = new Int32Array(this.points.length);
    const isInTitle = new Uint8Array(this.points.length);
    for (const { word, agreement } of candidates) {
      const points = POINTS[agreement];
      const entries = this.index.words.entries(word);
      yield* inPortions(entries.length, (from, to) => {
        for (let at = from; at < to; at += 1) {
          const entry = entries[at] ?? 0;
          const [slot, fields] = [slotOf(entry), fieldsOf(entry)];
          const worth = points[fields] ?? 0;
          if (worth > (best[slot] ?? 0)) best[slot] = worth;
          if ((fields & FIELDS.TITLE) !== 0) isInTitle[slot] = 1;
        }
      });
    }
    yield* inPortions(best.length, (from, to) => {
      for (let slot = from; slot < to; slot += 1) {
        const worth = best[slot] ?? 0;
        if (worth === 0) continue;
        this.points[slot] = (this.points[slot] ?? 0) + worth;
        this.#hits[slot] = (this.#hits[slot] ?? 0) + 1;
        this.#inTitle[slot] = (this.#inTitle[slot] ?? 0) + (isInTitle[slot] ?? 0);
      }
    });
  }

  /** What the labels that begin with the whole query are worth. */
  #labels(): ReadonlyMap<number, number> {
    const { code, isOpen } = this.query;
    const worth = new Map<number, number>();
    if (code === "") return worth;
    const isLongEnough = isOpen && code.length >= SHORTEST_CODE_PREFIX;
    this.index.codes.forEachFrom(code, (label, slot) => {
      if (label === code) worth.set(slot, CODE_POINTS);
      else if (!isLongEnough) return false;
      else if (!worth.has(slot)) worth.set(slot, CODE_PREFIX_POINTS);
      return true;
    });
    return worth;
  }

  #ofTitle(slot: number): number {
    const found = this.#inTitle[slot] ?? 0;
    if (found === 0) return 0;
    const isInSequence =
      found > 1 &&
      (this.index.entries[slot]?.titles.some((title) => this.#isInSequence(title)) ?? false);
    return titlePoints(found, this.index.columns.titleLength[slot] ?? 0, isInSequence);
  }

  #isInSequence(title: readonly number[]): boolean {
    const means = (this.#means ??= this.meanings.map(
      (candidates) => new Set(candidates.map(({ word }) => word)),
    ));
    return title.some((_, start) => means.every((words, at) => words.has(title[start + at] ?? -1)));
  }

  #means: readonly ReadonlySet<number>[] | undefined;
}
