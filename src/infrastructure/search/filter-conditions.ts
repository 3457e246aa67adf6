import type { FacetKind, SearchFilter } from "../../application/search/ports/product-search.js";
import type { SearchPrice } from "../../application/search/ports/search-source.js";
import { fold } from "../../domain/shared/text.js";
import type { LabelKind } from "./labels.js";
import { inBatches, type Steps } from "./time-slice.js";
import type { ProductEntry } from "./product-entry.js";
import type { ProductIndex } from "./product-index.js";

/** The prices of one audience. */
export interface PriceView {
  readonly priceList: string | null;
  readonly currency: string;
}

/** One condition of a filter. */
export interface FilterCondition {
  readonly kind: FacetKind | "TEXT";
  /**
   * The number of the group of its labels; -1 for a condition without labels, or on an option that
   * no product has.
   */
  readonly group: number;
  readonly matches: (entry: ProductEntry) => boolean;
}

/** The price of a product for an audience. */
export const priceOf = (
  { prices }: ProductEntry,
  { priceList, currency }: PriceView,
): SearchPrice | null => {
  for (let at = 0; at < prices.length; at += 1) {
    const price = prices[at];
    if (price?.priceList === priceList) return price.currency === currency ? price : null;
  }
  return null;
};

/**
 * Whether a product can be bought; in a market with a price list only with a price in that list.
 */
const isAvailable = (entry: ProductEntry, view: PriceView): boolean =>
  view.priceList === null ? entry.available : (priceOf(entry, view)?.available ?? false);

/** The conditions of a filter. */
export const filterConditions = (
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
): readonly FilterCondition[] => {
  const conditions: FilterCondition[] = [];
  const labelled = (kind: LabelKind, values: readonly string[] | undefined, option = "") =>
    values && conditions.push(hasAnyLabel(index, kind, values, option));
  const add = (kind: FilterCondition["kind"], matches: FilterCondition["matches"]) =>
    conditions.push({ kind, group: -1, matches });
  labelled("COLLECTION", collections);
  labelled("TAG", tags);
  labelled("VENDOR", vendors);
  labelled("PRODUCT_TYPE", types);
  for (const [option, values] of valuesByOption(options)) labelled("OPTION", values, option);
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
    const folded = fold(text);
    add(
      "TEXT",
      ({ title, skus }) => title.includes(folded) || skus.some((sku) => sku.startsWith(folded)),
    );
  }
  if (onSale !== undefined)
    add("ON_SALE", (entry) => (priceOf(entry, view)?.onSale ?? false) === onSale);
  return conditions;
};

/** The values by folded option name: an option that is named twice is one condition. */
export const valuesByOption = (
  options: NonNullable<SearchFilter["options"]>,
): ReadonlyMap<string, readonly string[]> => {
  const chosen = new Map<string, readonly string[]>();
  for (const { name, values } of options)
    chosen.set(fold(name), [...(chosen.get(fold(name)) ?? []), ...values]);
  return chosen;
};

export const ALL_PASSED = -1;
const SEVERAL_FAILED = -2;

/**
 * For each product the condition that it fails, ALL_PASSED or SEVERAL_FAILED: a facet also counts
 * products that fail its own condition only.
 */
export const failedConditions = function* (
  index: ProductIndex,
  slots: Int32Array,
  conditions: readonly FilterCondition[],
): Steps<Int8Array> {
  const failed = new Int8Array(slots.length).fill(ALL_PASSED);
  if (conditions.length === 0) return failed;
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const entry = index.entries[slots[at] ?? -1];
      if (!entry) continue;
      for (let number = 0; number < conditions.length; number += 1) {
        if (conditions[number]?.matches(entry)) continue;
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

const hasAnyLabel = (
  { labels }: ProductIndex,
  kind: LabelKind,
  values: readonly string[],
  option: string,
): FilterCondition => {
  const group = labels.findGroup(kind, option) ?? -1;
  const selected = new Uint8Array(labels.size);
  for (const value of values) {
    const label = labels.find(group, value);
    if (label !== undefined) selected[label] = 1;
  }
  // A product without a vendor or type has no label for it; in the database its text is empty.
  const includesNone = values.some((value) => fold(value) === "");
  const matches = ({ labels: own }: ProductEntry): boolean => {
    let hasAny = false;
    for (let at = 0; at < own.length; at += 1) {
      const label = own[at] ?? -1;
      if (selected[label] === 1) return true;
      hasAny ||= labels.groupOf[label] === group;
    }
    return includesNone && (kind === "VENDOR" || kind === "PRODUCT_TYPE") && !hasAny;
  };
  return { kind, group, matches };
};
