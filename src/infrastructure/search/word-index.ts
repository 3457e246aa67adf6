import { allowedTypos, editDistance } from "../../domain/search/edit-distance.js";
import type { MatchKind } from "../../domain/search/word-points.js";
import { singular } from "../../domain/search/singular.js";
import { isUnspaced } from "../../domain/search/search-words.js";
import type { Steps } from "./time-slice.js";
import { SortedKeys } from "./sorted-keys.js";

/** A word of the catalogue that a word of a query may match. */
export interface Candidate {
  readonly word: number;
  readonly kind: MatchKind;
}

/** The products with a word, ascending; each entry is `slot * 8 + fields`. */
type Entries = number[];

const COMPARED_PER_STEP = 200;
const FIELD_BITS = 3;
export const slotOf = (entry: number): number => entry >>> FIELD_BITS;
export const fieldsOf = (entry: number): number => entry & 7;

/** Every word of the catalogue, and the products and fields that have it. */
export class WordIndex {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #entries: Entries[] = [];
  readonly #sorted = new SortedKeys();
  /** Words by their singular. */
  readonly #plurals = new Map<string, number[]>();
  /** Words by each pair of neighbouring letters, to find similar words. */
  readonly #pairs = new Map<string, number[]>();

  get size(): number {
    return this.#texts.length;
  }

  /** The number of a word, which is added if it is new. */
  idOf(text: string): number {
    return this.#ids.get(text) ?? this.addWord(text);
  }

  find(text: string): number | undefined {
    return this.#ids.get(text);
  }

  textOf(word: number): string {
    return this.#texts[word] ?? "";
  }

  entries(word: number): readonly number[] {
    return this.#entries[word] ?? [];
  }

  add(word: number, slot: number, fields: number): void {
    const entries = this.#entries[word];
    const entry = slot * 2 ** FIELD_BITS + fields;
    if (!entries) return;
    if (entry > (entries.at(-1) ?? -1)) entries.push(entry);
    else entries.splice(insertionIndex(entries, entry), 0, entry);
  }

  remove(word: number, slot: number): void {
    const entries = this.#entries[word] ?? [];
    const index = insertionIndex(entries, slot * 2 ** FIELD_BITS);
    if (slotOf(entries[index] ?? -1) === slot) entries.splice(index, 1);
  }

  /**
   * The words that a word of a query matches: itself, its singular and plural, and, while it is
   * being typed, words that begin with it.
   */
  candidates(text: string, isOpen: boolean, isAlone: boolean): readonly Candidate[] {
    const found = new Map<number, MatchKind>();
    const note = (word: number | undefined, kind: MatchKind) =>
      word !== undefined &&
      !found.has(word) &&
      this.entries(word).length > 0 &&
      found.set(word, kind);
    note(this.find(text), "EXACT");
    const base = singular(text);
    if (base !== text) note(this.find(base), "PLURAL");
    for (const word of this.#plurals.get(base) ?? []) note(word, "PLURAL");
    // A query of a single letter means that word first, because too many words begin with it.
    if (isOpen && (text.length > 1 || !isAlone || found.size === 0))
      this.#sorted.forEachFrom(text, (_, word) => void note(word, "PREFIX"));
    return [...found].map(([word, kind]) => ({ word, kind }));
  }

  /** The words that differ from a text by a few typing errors. */
  *similarWords(text: string): Steps<readonly Candidate[]> {
    const most = allowedTypos(text);
    if (most === 0 || isUnspaced(text)) return [];
    const shared = new Map<number, number>();
    for (const pair of pairsOf(text))
      for (const word of this.#pairs.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    // A typing error changes at most two pairs, or three when it swaps two letters.
    const least = Math.max(1, text.length + 1 - 3 * most);
    yield;
    const found: Candidate[] = [];
    let compared = 0;
    for (const [word, count] of shared) {
      if (count < least || this.entries(word).length === 0) continue;
      const distance = editDistance(text, this.textOf(word), most);
      if (distance > 0 && distance <= most)
        found.push({ word, kind: distance === 1 ? "TYPO" : "TWO_TYPOS" });
      compared += 1;
      if (compared % COMPARED_PER_STEP === 0) yield;
    }
    return found;
  }

  forEachFrom(prefix: string, visit: (text: string, word: number) => boolean | void): void {
    this.#sorted.forEachFrom(prefix, visit);
  }

  addWord(text: string): number {
    const word = this.#texts.length;
    this.#ids.set(text, word);
    this.#texts.push(text);
    this.#entries.push([]);
    this.#sorted.add(text, word);
    const base = singular(text);
    if (base !== text) appendTo(this.#plurals, base, word);
    if (text.length > 2 && !isUnspaced(text))
      for (const pair of new Set(pairsOf(text))) appendTo(this.#pairs, pair, word);
    return word;
  }
}

const pairsOf = (text: string): readonly string[] => {
  const framed = `^${text}$`;
  return Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2));
};

const appendTo = (lists: Map<string, number[]>, key: string, word: number): void => {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
};

const insertionIndex = (entries: readonly number[], entry: number): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
};
