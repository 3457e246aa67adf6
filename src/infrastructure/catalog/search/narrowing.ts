import type {
  FacetKind,
  SearchFilter,
} from "../../../application/catalog/search/product-search.js";
import type { SearchPrice } from "../../../application/catalog/search/search-source.js";
import { fold } from "../../../domain/shared/text.js";
import type { LabelKind } from "./labels.js";
import { inPortions, type Steps } from "./portions.js";
import type { Entry, ProductIndex } from "./product-index.js";

/** Whose prices are meant. */
export interface PriceView {
  readonly priceList: string | null;
  readonly currency: string;
}

/** One group of a filter: products pass it or do not. */
export interface Condition {
  readonly kind: FacetKind | "TEXT";
  /** The number of the group of its labels; -1 where it goes by something else, or by an option that nothing has. */
  readonly group: number;
  readonly passes: (entry: Entry) => boolean;
}

/** The price of a product as an audience sees it. */
export const priceOf = (
  { prices }: Entry,
  { priceList, currency }: PriceView,
): SearchPrice | null => {
  for (let at = 0; at < prices.length; at += 1) {
    const price = prices[at];
    if (price?.priceList === priceList) return price.currency === currency ? price : null;
  }
  return null;
};

/** Whether a product can be bought: at the prices of a list only by who has a price there. */
export const isAvailable = (entry: Entry, view: PriceView): boolean =>
  view.priceList === null ? entry.available : (priceOf(entry, view)?.available ?? false);

/** The groups of a filter. */
export const conditionsOf = (
  index: ProductIndex,
  {
    collections,
    tags,
    vendors,
    types,
    options = [],
    minPrice,
    maxPrice,
    available,
    onSale,
    text,
  }: SearchFilter,
  view: PriceView,
): readonly Condition[] => {
  const conditions: Condition[] = [];
  const labelled = (kind: LabelKind, values: readonly string[] | undefined, option = "") =>
    values && conditions.push(anyOf(index, kind, values, option));
  const add = (kind: Condition["kind"], passes: Condition["passes"]) =>
    conditions.push({ kind, group: -1, passes });
  labelled("COLLECTION", collections);
  labelled("TAG", tags);
  labelled("VENDOR", vendors);
  labelled("PRODUCT_TYPE", types);
  for (const [option, values] of chosenOptions(options)) labelled("OPTION", values, option);
  if (minPrice || maxPrice) {
    const [least, most] = [
      minPrice?.minorUnits ?? 0,
      maxPrice?.minorUnits ?? Number.POSITIVE_INFINITY,
    ];
    add("PRICE", (entry) => {
      const price = priceOf(entry, view);
      return price !== null && price.max >= least && price.min <= most;
    });
  }
  if (available !== undefined)
    add("AVAILABILITY", (entry) => isAvailable(entry, view) === available);
  if (text !== undefined) {
    const words = fold(text);
    add(
      "TEXT",
      ({ title, skus }) => title.includes(words) || skus.some((sku) => sku.startsWith(words)),
    );
  }
  if (onSale !== undefined)
    add("ON_SALE", (entry) => (priceOf(entry, view)?.onSale ?? false) === onSale);
  return conditions;
};

/** By option without regard to case and accents: an option that is named twice is one group. */
export const chosenOptions = (
  options: NonNullable<SearchFilter["options"]>,
): ReadonlyMap<string, readonly string[]> => {
  const chosen = new Map<string, readonly string[]>();
  for (const { name, values } of options)
    chosen.set(fold(name), [...(chosen.get(fold(name)) ?? []), ...values]);
  return chosen;
};

export const ALL_PASSED = -1;
export const SEVERAL_FAILED = -2;

/** For each product the one condition that it fails, ALL_PASSED or SEVERAL_FAILED: a facet counts also what fails nothing but itself. */
export const failures = function* (
  index: ProductIndex,
  slots: Int32Array,
  conditions: readonly Condition[],
): Steps<Int8Array> {
  const failed = new Int8Array(slots.length).fill(ALL_PASSED);
  if (conditions.length === 0) return failed;
  yield* inPortions(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
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
  });
  return failed;
};

const anyOf = (
  { labels }: ProductIndex,
  kind: LabelKind,
  values: readonly string[],
  option: string,
): Condition => {
  const group = labels.findGroup(kind, option) ?? -1;
  const wanted = new Uint8Array(labels.size);
  for (const value of values) {
    const label = labels.find(group, value);
    if (label !== undefined) wanted[label] = 1;
  }
  // Who has no vendor or type has no label of it; and a database finds them by the empty text.
  const isWithout = values.some((value) => fold(value) === "");
  const passes = ({ labels: having }: Entry): boolean => {
    let hasAny = false;
    for (let at = 0; at < having.length; at += 1) {
      const label = having[at] ?? -1;
      if (wanted[label] === 1) return true;
      hasAny ||= labels.groupOf[label] === group;
    }
    return isWithout && (kind === "VENDOR" || kind === "PRODUCT_TYPE") && !hasAny;
  };
  return { kind, group, passes };
};
