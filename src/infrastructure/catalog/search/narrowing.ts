import type { FacetKind, SearchFilter } from "../../../application/catalog/search/product-search.js";
import type { SearchPrice } from "../../../application/catalog/search/search-source.js";
import { fold } from "../../../domain/shared/text.js";
import type { Names } from "./names.js";
import type { Entry, ProductIndex } from "./product-index.js";

/** Whose prices are meant. */
export interface PriceView {
  readonly priceList: string | null;
  readonly currency: string;
}

/** One group of a filter: products pass it or do not. */
export interface Condition {
  readonly kind: FacetKind;
  /** Of OPTION which one; -1 for one that no product has. */
  readonly option: number | null;
  readonly passes: (entry: Entry) => boolean;
}

/** The price of a product as an audience sees it. */
export const priceOf = ({ prices }: Entry, { priceList, currency }: PriceView): SearchPrice | null => {
  for (const price of prices) if (price.priceList === priceList) return price.currency === currency ? price : null;
  return null;
};

/** The groups of a filter. */
export const conditionsOf = (index: ProductIndex, filter: SearchFilter, view: PriceView): readonly Condition[] => {
  const conditions: Condition[] = [];
  const add = (kind: FacetKind, passes: Condition["passes"], option: number | null = null) => conditions.push({ kind, option, passes });
  const { collections, tags, vendors, types, options, minPrice, maxPrice, available, onSale } = filter;
  if (collections) add("COLLECTION", anyOf(numbersOf(index.collectionIds, collections), (entry) => entry.collections));
  if (tags) add("TAG", anyOf(numbersOf(index.tags, tags.map(fold)), (entry) => entry.tags));
  if (vendors) add("VENDOR", oneOf(numbersOf(index.vendors, vendors.map(fold)), (entry) => entry.vendor));
  if (types) add("PRODUCT_TYPE", oneOf(numbersOf(index.types, types.map(fold)), (entry) => entry.type));
  for (const { name, values } of options ?? []) {
    const numbers = new Set(values.flatMap((value) => index.optionValue(name, value) ?? []));
    add("OPTION", anyOf(numbers, (entry) => entry.options), index.optionNames.find(fold(name)) ?? -1);
  }
  if (minPrice || maxPrice) {
    const [least, most] = [minPrice?.minorUnits ?? 0, maxPrice?.minorUnits ?? Number.POSITIVE_INFINITY];
    add("PRICE", (entry) => {
      const price = priceOf(entry, view);
      return price !== null && price.max >= least && price.min <= most;
    });
  }
  if (available !== undefined) add("AVAILABILITY", (entry) => entry.available === available);
  if (onSale !== undefined) add("ON_SALE", (entry) => (priceOf(entry, view)?.onSale ?? false) === onSale);
  return conditions;
};

export const ALL_PASSED = -1;
export const SEVERAL_FAILED = -2;

/** For each product the one condition that it fails, ALL_PASSED or SEVERAL_FAILED: a facet counts also what fails nothing but itself. */
export const failures = (index: ProductIndex, slots: readonly number[], conditions: readonly Condition[]): Int8Array => {
  const failed = new Int8Array(slots.length).fill(ALL_PASSED);
  if (conditions.length === 0) return failed;
  for (let at = 0; at < slots.length; at += 1) {
    const entry = index.entries[slots[at] ?? -1];
    if (!entry) continue;
    for (let number = 0; number < conditions.length; number += 1) {
      if (conditions[number]?.passes(entry)) continue;
      if (failed[at] !== ALL_PASSED) {
        failed[at] = SEVERAL_FAILED;
        break;
      }
      failed[at] = number;
    }
  }
  return failed;
};

const numbersOf = (names: Names, keys: readonly string[]): ReadonlySet<number> => new Set(keys.flatMap((key) => names.find(key) ?? []));

const anyOf =
  (wanted: ReadonlySet<number>, having: (entry: Entry) => readonly number[]) =>
  (entry: Entry): boolean => {
    for (const number of having(entry)) if (wanted.has(number)) return true;
    return false;
  };

const oneOf =
  (wanted: ReadonlySet<number>, having: (entry: Entry) => number) =>
  (entry: Entry): boolean =>
    wanted.has(having(entry));
