import type { SearchDocument, SearchPrice } from "../../application/search/ports/search-source.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { searchCode, searchWords } from "../../domain/search/search-words.js";
import { SEARCH_FIELDS } from "../../domain/search/word-points.js";
import { fold } from "../../domain/shared/text.js";
import {
  entryFields,
  fieldLabelsOfVariants,
  fieldTexts,
  type EntryFields,
} from "./entry-fields.js";
import type { Labels, Spelling } from "./labels.js";
import type { SearchFields } from "./search-fields.js";
import type { SortedKeys } from "./sorted-keys.js";
import type { CountedSwatch } from "./swatch-counts.js";
import type { WordIndex } from "./word-index.js";

/**
 * What the index has of a product, in the form in which it is filtered, counted and sorted. Labels
 * and words are numbers.
 */
export interface ProductEntry extends EntryFields {
  readonly id: ProductId;
  readonly slug: string;
  readonly created: string;
  readonly updated: string;
  readonly title: string;
  /** Its tags, vendor, type, option values, collections and values of custom fields. */
  readonly labels: readonly number[];
  readonly prices: readonly SearchPrice[];
  /** Those of its labels that are collections. */
  readonly collections: readonly number[];
  /** Its position in each of `collections`. */
  readonly positions: readonly number[];
  /** The words of its title in each language, in order. */
  readonly titles: readonly (readonly number[])[];
  readonly words: readonly number[];
  readonly codes: readonly string[];
  /** The ids of its variants, separated by spaces: one text takes less memory than many. */
  readonly variantIds: string;
  /** Of each variant, folded; empty where it has none. No entries when no variant has one. */
  readonly skus: readonly string[];
  /** The spellings of its labels, and of the names of its options; values in the product's order. */
  readonly spellings: readonly (readonly [label: number, spelling: Spelling])[];
  readonly optionSpellings: readonly (readonly [group: number, spelling: Spelling])[];
  /** Of those option values that have one. */
  readonly swatches: readonly CountedSwatch[];
}

/** What all products share. */
export interface Vocabulary {
  readonly words: WordIndex;
  readonly codes: SortedKeys;
  readonly labels: Labels;
  readonly fields: SearchFields;
}

/** The longest description that is indexed, in characters. */
const LONGEST_DESCRIPTION = 20_000;

/**
 * Adds the words, codes and labels of a product to the vocabulary.
 * @returns the entry that removes them again
 */
export const addEntry = (
  vocabulary: Vocabulary,
  document: SearchDocument,
  slot: number,
): ProductEntry => {
  const codes = [...new Set(document.codes.map(searchCode))].filter((code) => code !== "");
  for (const code of codes) vocabulary.codes.add(code, slot);
  const labelled = addLabels(vocabulary, document);
  countOrders(vocabulary.labels, labelled, 1);
  for (const swatch of labelled.swatches) vocabulary.labels.countSwatch(swatch, slot, 1);
  return {
    id: document.id,
    slug: document.slug,
    created: document.createdAt.toISOString(),
    updated: document.updatedAt.toISOString(),
    title: document.foldedTitle,
    prices: document.prices,
    positions: document.collections.map(({ position }) => position),
    ...labelled,
    ...entryFields(vocabulary.labels, vocabulary.fields, document),
    ...addWords(vocabulary.words, document, slot),
    codes,
    variantIds: document.variants.map((variant) => variant.id).join(" "),
    skus: document.variants.some(({ sku }) => sku !== null)
      ? document.variants.map(({ sku }) => fold(sku ?? ""))
      : [],
  };
};

/** The labels of the values of each variant, one variant after the other. */
export const variantLabels = (
  { labels, fields }: Pick<Vocabulary, "labels" | "fields">,
  { options, variants, metafields }: Pick<SearchDocument, "options" | "variants" | "metafields">,
): readonly number[] => {
  const axes = options.map(({ name, values }) => {
    const group = labels.group("OPTION", name);
    return new Map(values.map((value) => [value, labels.find(group, value) ?? -1]));
  });
  const ofFields = fieldLabelsOfVariants(labels, fields, { variants, metafields });
  return variants.flatMap(({ values }, at) => [
    ...axes.map((byValue, axis) => byValue.get(values[axis] ?? "") ?? -1),
    ...(ofFields[at] ?? []),
  ]);
};

export const removeEntry = (
  { words, codes, labels }: Vocabulary,
  entry: ProductEntry,
  slot: number,
): void => {
  for (const word of entry.words) words.remove(word, slot);
  for (const code of entry.codes) codes.remove(code, slot);
  for (const [label, spelling] of entry.spellings) labels.countSpelling(label, spelling, -1);
  for (const [group, spelling] of entry.optionSpellings)
    labels.countOptionSpelling(group, spelling, -1);
  for (const swatch of entry.swatches) labels.countSwatch(swatch, slot, -1);
  countOrders(labels, entry, -1);
};

/** Counts the order in which a product has the values of each option. */
const countOrders = (
  labels: Labels,
  { spellings }: Pick<ProductEntry, "spellings">,
  times: 1 | -1,
): void => {
  const byGroup = new Map<number, number[]>();
  for (const [label, { locale }] of spellings) {
    const group = labels.groupOf[label] ?? -1;
    if (locale !== null || labels.groups[group]?.kind !== "OPTION") continue;
    const values = byGroup.get(group) ?? [];
    byGroup.set(group, values);
    values.push(label);
  }
  for (const [group, values] of byGroup) labels.countOrder(group, values, times);
};

const addLabels = (
  { labels, fields }: Pick<Vocabulary, "labels" | "fields">,
  document: SearchDocument,
): Pick<ProductEntry, "labels" | "collections" | "spellings" | "optionSpellings" | "swatches"> => {
  const spellings: (readonly [number, Spelling])[] = [];
  const optionSpellings: (readonly [number, Spelling])[] = [];
  const counted: CountedSwatch[] = [];
  const add = (
    group: number,
    text: string,
    translations: readonly Spelling[] = [],
  ): readonly number[] => {
    if (text === "") return [];
    const label = labels.numberOf(group, text);
    for (const spelling of [{ text, locale: null }, ...translations]) {
      labels.countSpelling(label, spelling, 1);
      spellings.push([label, spelling]);
    }
    return [label];
  };
  const addOption = ({
    name,
    values,
    swatches = [],
  }: SearchDocument["options"][number]): readonly number[] => {
    const group = labels.group("OPTION", name);
    const translated = document.texts.flatMap(({ locale, options }) =>
      options.filter((option) => option.name === name).map((option) => ({ locale, ...option })),
    );
    for (const spelling of [
      { text: name, locale: null },
      ...translated.flatMap(({ text, locale }) => (text === null ? [] : [{ text, locale }])),
    ]) {
      labels.countOptionSpelling(group, spelling, 1);
      optionSpellings.push([group, spelling]);
    }
    const added = values.flatMap((value) =>
      add(
        group,
        value,
        translated.flatMap(({ locale, values: texts }) =>
          texts.filter((text) => text.value === value).map(({ text }) => ({ text, locale })),
        ),
      ),
    );
    for (const { value, color, mediaId = null } of swatches) {
      const look = mediaId === null ? color : document.imageUrls?.get(mediaId);
      if (look !== undefined) counted.push({ label: labels.numberOf(group, value), look, mediaId });
    }
    return added;
  };
  const options = document.options.flatMap(addOption);
  const collections = document.collections.map(({ collectionId }) =>
    labels.numberOf(labels.group("COLLECTION"), collectionId),
  );
  const [tags, vendor, type] = [
    labels.group("TAG"),
    labels.group("VENDOR"),
    labels.group("PRODUCT_TYPE"),
  ];
  const all = [
    ...document.tags.flatMap((tag) => add(tags, tag)),
    ...add(vendor, document.vendor),
    ...add(type, document.productType),
    ...options,
    ...fieldTexts(labels, fields, document).flatMap(({ group, text, translations }) =>
      add(group, text, translations),
    ),
    ...collections,
  ];
  return { labels: [...new Set(all)], collections, spellings, optionSpellings, swatches: counted };
};

const addWords = (
  words: WordIndex,
  { texts, vendor, productType, tags, options }: SearchDocument,
  slot: number,
): Pick<ProductEntry, "titles" | "words"> => {
  const fieldsByWord = new Map<number, number>();
  const add = (text: string, field: number): readonly number[] => {
    const { sequence, extra } = searchWords(text);
    const numbers = sequence.map((word) => words.idOf(word));
    for (const word of [...numbers, ...extra.map((other) => words.idOf(other))])
      fieldsByWord.set(word, (fieldsByWord.get(word) ?? 0) | field);
    return numbers;
  };
  const titles = texts.map(({ title }) => add(title, SEARCH_FIELDS.TITLE));
  const keywords = [
    vendor,
    productType,
    ...tags,
    ...options.flatMap(({ values }) => values),
    ...texts.flatMap(({ options: translated }) =>
      translated.flatMap(({ values }) => values.map(({ text }) => text)),
    ),
  ];
  for (const keyword of new Set(keywords)) add(keyword, SEARCH_FIELDS.KEYWORD);
  for (const { description } of texts)
    add(description.slice(0, LONGEST_DESCRIPTION), SEARCH_FIELDS.DESCRIPTION);
  for (const [word, fields] of fieldsByWord) words.add(word, slot, fields);
  return { titles, words: [...fieldsByWord.keys()] };
};
