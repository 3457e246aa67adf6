import { foldedCode, wording } from "../../../domain/catalog/search/words.js";
import { fold } from "../../../domain/shared/text.js";
import { FIELDS } from "../../../domain/catalog/search/relevance.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import {
  ARRANGEMENT_MODULUS,
  type SearchCollection,
  type SearchDocument,
  type SearchPrice,
} from "../../../application/catalog/search/search-source.js";
import { Columns } from "./columns.js";
import { Labels, type Spelling } from "./labels.js";
import { SortedKeys } from "./sorted-keys.js";
import { WordBook } from "./word-book.js";

/** What is kept of a product, in the form in which it is filtered, counted and sorted. Numbers are those of the index's names. */
export interface Entry {
  readonly id: ProductId;
  readonly slug: string;
  readonly created: string;
  readonly updated: string;
  readonly title: string;
  /** Its tags, vendor, type, values of options and collections. */
  readonly labels: readonly number[];
  readonly available: boolean;
  readonly prices: readonly SearchPrice[];
  /** Those of its labels that are collections. */
  readonly collections: readonly number[];
  /** Beside `collections`. */
  readonly positions: readonly number[];
  /** The words of its title in each language, in order. */
  readonly titles: readonly (readonly number[])[];
  readonly words: readonly number[];
  readonly codes: readonly string[];
  /** Without regard to case and accents. */
  readonly skus: readonly string[];
  /** How its labels and the names of its options are written. */
  readonly spellings: readonly (readonly [label: number, spelling: Spelling])[];
  readonly optionSpellings: readonly (readonly [group: number, spelling: Spelling])[];
}

/** Beyond this a description is not read: who writes a book does not want to be found by each of its words. */
const LONGEST_DESCRIPTION = 20_000;

/** Everything that the search knows of the catalogue, in memory. */
export class ProductIndex {
  readonly words = new WordBook();
  readonly codes = new SortedKeys();
  readonly labels = new Labels();
  /** What of the entries is walked over by the thousand. */
  readonly columns = new Columns();
  readonly collections = new Map<CollectionId, SearchCollection>();
  /** By slot; null where there is room. */
  readonly entries: (Entry | null)[] = [];
  readonly #slots = new Map<ProductId, number>();
  readonly #free: number[] = [];
  readonly #collectionGroup = this.labels.group("COLLECTION");

  /** Another one after each change. */
  version = 0;

  get size(): number {
    return this.#slots.size;
  }

  slotOf(id: ProductId): number | undefined {
    return this.#slots.get(id);
  }

  /** Adds a product, or replaces what is known of it. */
  put(document: SearchDocument): void {
    this.version += 1;
    this.remove(document.id);
    const slot = this.#free.pop() ?? this.entries.length;
    const entry = this.#entry(document, slot);
    this.entries[slot] = entry;
    this.columns.put(
      slot,
      document,
      entry.labels,
      Math.min(...entry.titles.map(({ length }) => length)),
    );
    this.#slots.set(document.id, slot);
  }

  remove(id: ProductId): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? null : this.entries[slot];
    if (slot === undefined || !entry) return;
    this.version += 1;
    for (const word of entry.words) this.words.remove(word, slot);
    for (const code of entry.codes) this.codes.remove(code, slot);
    for (const [label, spelling] of entry.spellings) this.labels.write(label, spelling, -1);
    for (const [group, spelling] of entry.optionSpellings)
      this.labels.writeOption(group, spelling, -1);
    this.entries[slot] = null;
    this.columns.clear(slot);
    this.#slots.delete(id);
    this.#free.push(slot);
  }

  /** Puts a product of a collection elsewhere in it. */
  move(id: ProductId, collection: CollectionId, position: number): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? null : this.entries[slot];
    const at = entry?.collections.indexOf(this.collectionLabel(collection) ?? -1) ?? -1;
    this.version += 1;
    if (slot !== undefined && entry && at >= 0)
      this.entries[slot] = { ...entry, positions: entry.positions.with(at, position) };
  }

  /** The figure of the order of a collection, as SearchSource.arrangements works it out. */
  arrangement(id: CollectionId): number {
    const number = this.collectionLabel(id);
    let figure = 0;
    for (const entry of this.entries) {
      const at = number === undefined ? -1 : (entry?.collections.indexOf(number) ?? -1);
      if (at >= 0) figure += 1 + ((entry?.positions[at] ?? 0) % ARRANGEMENT_MODULUS);
    }
    return figure;
  }

  /** Adds a collection, or replaces what is known of it. It has its label also while it is empty: who has chosen it sees it. */
  putCollection(collection: SearchCollection): void {
    this.version += 1;
    this.collections.set(collection.id, collection);
    this.labels.numberOf(this.#collectionGroup, collection.id);
  }

  /** Forgets a collection that is gone. */
  dropCollection(id: CollectionId): void {
    this.version += 1;
    this.collections.delete(id);
    const number = this.collectionLabel(id);
    for (const [slot, entry] of this.entries.entries()) {
      const at = number === undefined ? -1 : (entry?.collections.indexOf(number) ?? -1);
      if (!entry || at < 0) continue;
      const labels = entry.labels.filter((label) => label !== number);
      this.entries[slot] = {
        ...entry,
        labels,
        collections: entry.collections.toSpliced(at, 1),
        positions: entry.positions.toSpliced(at, 1),
      };
      this.columns.relabel(slot, labels);
    }
  }

  /** The label of a collection, where any product was ever in it. */
  collectionLabel(id: CollectionId): number | undefined {
    return this.labels.find(this.#collectionGroup, id);
  }

  #entry(document: SearchDocument, slot: number): Entry {
    const { codes } = document;
    const spellings: (readonly [number, Spelling])[] = [];
    const optionSpellings: (readonly [number, Spelling])[] = [];
    const named = (
      group: number,
      text: string,
      translations: readonly Spelling[] = [],
    ): number[] => {
      if (text === "") return [];
      const label = this.labels.numberOf(group, text);
      for (const spelling of [{ text, locale: null }, ...translations]) {
        this.labels.write(label, spelling, 1);
        spellings.push([label, spelling]);
      }
      return [label];
    };
    const options = document.options.flatMap(({ name, values }) => {
      const group = this.labels.group("OPTION", name);
      const translated = document.texts.flatMap(({ locale, options }) =>
        options.filter((one) => one.name === name).map((option) => ({ locale, ...option })),
      );
      for (const spelling of [
        { text: name, locale: null },
        ...translated.flatMap(({ text, locale }) => (text === null ? [] : [{ text, locale }])),
      ]) {
        this.labels.writeOption(group, spelling, 1);
        optionSpellings.push([group, spelling]);
      }
      return values.flatMap((value) =>
        named(
          group,
          value,
          translated.flatMap(({ locale, values: texts }) =>
            texts.filter((one) => one.value === value).map(({ text }) => ({ text, locale })),
          ),
        ),
      );
    });
    const collections = document.collections.map(({ collectionId }) =>
      this.labels.numberOf(this.#collectionGroup, collectionId),
    );
    const [tags, vendor, type] = [
      this.labels.group("TAG"),
      this.labels.group("VENDOR"),
      this.labels.group("PRODUCT_TYPE"),
    ];
    const labels = [
      ...document.tags.flatMap((tag) => named(tags, tag)),
      ...named(vendor, document.vendor),
      ...named(type, document.productType),
      ...options,
      ...collections,
    ];
    const known = [...new Set(codes.map(foldedCode))].filter((code) => code !== "");
    for (const code of known) this.codes.add(code, slot);
    return {
      id: document.id,
      slug: document.slug,
      created: document.createdAt.toISOString(),
      updated: document.updatedAt.toISOString(),
      title: document.foldedTitle,
      labels: [...new Set(labels)],
      available: document.available,
      prices: document.prices,
      collections,
      positions: document.collections.map(({ position }) => position),
      ...this.#learn(document, slot),
      codes: known,
      skus: document.skus.map(fold),
      spellings,
      optionSpellings,
    };
  }

  #learn(
    { texts, vendor, productType, tags, options }: SearchDocument,
    slot: number,
  ): Pick<Entry, "titles" | "words"> {
    const fields = new Map<number, number>();
    const note = (text: string, field: number): readonly number[] => {
      const { sequence, extra } = wording(text);
      const numbers = sequence.map((word) => this.words.idOf(word));
      for (const word of numbers) fields.set(word, (fields.get(word) ?? 0) | field);
      for (const text of extra) {
        const word = this.words.idOf(text);
        fields.set(word, (fields.get(word) ?? 0) | field);
      }
      return numbers;
    };
    const titles = texts.map(({ title }) => note(title, FIELDS.TITLE));
    const keywords = [
      vendor,
      productType,
      ...tags,
      ...options.flatMap(({ values }) => values),
      ...texts.flatMap(({ options }) =>
        options.flatMap(({ values }) => values.map(({ text }) => text)),
      ),
    ];
    for (const keyword of new Set(keywords)) note(keyword, FIELDS.KEYWORD);
    for (const { description } of texts)
      note(description.slice(0, LONGEST_DESCRIPTION), FIELDS.DESCRIPTION);
    for (const [word, field] of fields) this.words.add(word, slot, field);
    return { titles, words: [...fields.keys()] };
  }
}
