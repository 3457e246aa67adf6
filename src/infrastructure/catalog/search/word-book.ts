import { allowedSlips, editDistance } from "../../../domain/catalog/search/near-miss.js";
import type { Agreement } from "../../../domain/catalog/search/relevance.js";
import { singular } from "../../../domain/catalog/search/singular.js";
import { isUnspaced } from "../../../domain/catalog/search/words.js";
import type { Steps } from "./portions.js";
import { SortedKeys } from "./sorted-keys.js";

/** A known word that a word of a search may mean. */
export interface Candidate {
  readonly word: number;
  readonly agreement: Agreement;
}

/** Products that have a word, by slot; each entry is `slot * 8 + fields`. Ascending. */
type Entries = number[];

const COMPARED_IN_A_STEP = 200;
const FIELD_BITS = 3;
export const slotOf = (entry: number): number => entry >>> FIELD_BITS;
export const fieldsOf = (entry: number): number => entry & 7;

/** Every word of every product, and where it stands. */
export class WordBook {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #entries: Entries[] = [];
  readonly #sorted = new SortedKeys();
  /** Words that are the plural of another text. */
  readonly #plurals = new Map<string, number[]>();
  /** Words by each pair of neighbouring letters, for finding those that look alike. */
  readonly #pairs = new Map<string, number[]>();

  get size(): number {
    return this.#texts.length;
  }

  /** The number of a word, which is given one if it is new. */
  idOf(text: string): number {
    return this.#ids.get(text) ?? this.#learn(text);
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
    else entries.splice(placeOf(entries, entry), 0, entry);
  }

  remove(word: number, slot: number): void {
    const entries = this.#entries[word] ?? [];
    const place = placeOf(entries, slot * 2 ** FIELD_BITS);
    if (slotOf(entries[place] ?? -1) === slot) entries.splice(place, 1);
  }

  /** What a word means as it stands: itself, one or many of it, and, while it is being typed, what begins like it. */
  meanings(text: string, isOpen: boolean, isAlone: boolean): readonly Candidate[] {
    const found = new Map<number, Agreement>();
    const note = (word: number | undefined, agreement: Agreement) =>
      word !== undefined &&
      !found.has(word) &&
      this.entries(word).length > 0 &&
      found.set(word, agreement);
    note(this.find(text), "EXACT");
    const one = singular(text);
    if (one !== text) note(this.find(one), "PLURAL");
    for (const word of this.#plurals.get(one) ?? []) note(word, "PLURAL");
    // A single letter alone is a word first; it begins so many others that it says nothing about them.
    if (isOpen && (text.length > 1 || !isAlone || found.size === 0))
      this.#sorted.forEachFrom(text, (_, word) => void note(word, "PREFIX"));
    return [...found].map(([word, agreement]) => ({ word, agreement }));
  }

  /** What somebody may have meant who wrote a word that means nothing. */
  *nearMisses(text: string): Steps<readonly Candidate[]> {
    const most = allowedSlips(text);
    if (most === 0 || isUnspaced(text)) return [];
    const shared = new Map<number, number>();
    for (const pair of pairsOf(text))
      for (const word of this.#pairs.get(pair) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    // A slip spoils at most two pairs, or three when it swaps two letters.
    const least = Math.max(1, text.length + 1 - 3 * most);
    yield;
    const found: Candidate[] = [];
    let compared = 0;
    for (const [word, count] of shared) {
      if (count < least || this.entries(word).length === 0) continue;
      const distance = editDistance(text, this.textOf(word), most);
      if (distance > 0 && distance <= most)
        found.push({ word, agreement: distance === 1 ? "SLIP" : "TWO_SLIPS" });
      compared += 1;
      if (compared % COMPARED_IN_A_STEP === 0) yield;
    }
    return found;
  }

  forEachFrom(prefix: string, visit: (text: string, word: number) => boolean | void): void {
    this.#sorted.forEachFrom(prefix, visit);
  }

  #learn(text: string): number {
    const word = this.#texts.length;
    this.#ids.set(text, word);
    this.#texts.push(text);
    this.#entries.push([]);
    this.#sorted.add(text, word);
    const one = singular(text);
    if (one !== text) listed(this.#plurals, one, word);
    if (text.length > 2 && !isUnspaced(text))
      for (const pair of new Set(pairsOf(text))) listed(this.#pairs, pair, word);
    return word;
  }
}

const pairsOf = (text: string): readonly string[] => {
  const framed = `^${text}$`;
  return Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2));
};

const listed = (lists: Map<string, number[]>, key: string, word: number): void => {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
};

const placeOf = (entries: readonly number[], entry: number): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
};
