import {
  FACET_KINDS,
  type Facet,
  type FacetKind,
  type FacetValue,
  type SearchFilter,
} from "../../application/search/ports/product-search.js";
import { priceBuckets } from "../../domain/search/price-buckets.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import type { CollectionId } from "../../domain/catalog/ids.js";
import { valuesByOption } from "./filter-conditions.js";
import type { Steps } from "./time-slice.js";
import type { ProductIndex } from "./product-index.js";
import { countValues, type FilteredMatches, type ValueCounts } from "./value-counts.js";

interface FacetRequest extends FilteredMatches {
  readonly filter: SearchFilter;
  /** Whether the audience may see a collection. */
  readonly isVisibleCollection: (collection: CollectionId) => boolean;
  /** The languages of the labels, the best first; none for the language of the catalogue. */
  readonly languages: readonly string[];
}

/**
 * A facet has at most so many values: the most frequent ones, and always those that are selected.
 */
const MOST_VALUES = 100;
const MOST_OPTIONS = 20;

/** The facets of the matches. Each is counted under the filters of the others. */
export const searchFacets = function* (request: FacetRequest): Steps<readonly Facet[]> {
  const { filter, view } = request;
  const counts = yield* countValues(request);
  const labelled = labelFacets(request, counts);
  yield;
  const facets = [
    ...labelled,
    ...(yield* priceFacet(counts, filter, view.currency)),
    booleanFacet("AVAILABILITY", counts.available, filter.available),
    booleanFacet("ON_SALE", counts.onSale, filter.onSale),
  ];
  return facets
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => FACET_KINDS.indexOf(a.kind) - FACET_KINDS.indexOf(b.kind));
};

interface Group {
  readonly facet: {
    readonly kind: FacetKind;
    readonly name: string | null;
    readonly label: string | null;
  };
  readonly values: FacetValue[];
  total: number;
}

const labelFacets = (
  { index, filter, isVisibleCollection, languages }: FacetRequest,
  { labels: counts }: ValueCounts,
): readonly Facet[] => {
  const { labels } = index;
  const selected = selectedLabels(index, filter);
  const groups = labels.groups.map(({ kind }, group): Group => ({
    facet: {
      kind,
      ...(kind === "OPTION"
        ? { name: labels.optionNameOf(group), label: labels.optionNameOf(group, languages) }
        : { name: null, label: null }),
    },
    values: [],
    total: 0,
  }));
  for (let label = 0; label < counts.length; label += 1) {
    const [count, group] = [counts[label] ?? 0, groups[labels.groupOf[label] ?? -1]];
    if ((count === 0 && !selected.has(label)) || !group) continue;
    const collection =
      group.facet.kind === "COLLECTION" ? id<CollectionId>(labels.keyOf(label)) : null;
    if (collection !== null && !isVisibleCollection(collection)) continue;
    const text = collection ?? labels.labelOf(label);
    group.values.push({
      value: text,
      label:
        collection === null
          ? labels.labelOf(label, languages)
          : (titleOf(index, collection, languages) ?? text),
      count,
      isSelected: selected.has(label),
      min: null,
      max: null,
    });
    group.total += count;
  }
  const options = groups
    .filter(({ facet }) => facet.kind === "OPTION")
    .toSorted(
      (a, b) => b.total - a.total || (String(a.facet.name) < String(b.facet.name) ? -1 : 1),
    );
  return [
    ...groups.filter(({ facet }) => facet.kind !== "OPTION"),
    ...options.slice(0, MOST_OPTIONS),
  ].map(({ facet, values }) => ({ ...facet, values: mostFrequent(values), range: null }));
};

/**
 * Selected values are always shown, so that they can be deselected; except those that no product
 * has any more.
 */
const selectedLabels = (
  { labels }: ProductIndex,
  { collections = [], tags = [], vendors = [], types = [], options = [] }: SearchFilter,
): ReadonlySet<number> => {
  const of = (group: number | undefined, values: readonly string[]) =>
    values.flatMap((value) => (group === undefined ? [] : (labels.find(group, value) ?? [])));
  const selected = [
    ...of(labels.findGroup("TAG"), tags),
    ...of(labels.findGroup("VENDOR"), vendors),
    ...of(labels.findGroup("PRODUCT_TYPE"), types),
    ...[...valuesByOption(options)].flatMap(([option, values]) =>
      of(labels.findGroup("OPTION", option), values),
    ),
  ];
  return new Set([
    ...of(labels.findGroup("COLLECTION"), collections),
    ...selected.filter((label) => labels.isUsed(label)),
  ]);
};

const titleOf = (
  { collections }: ProductIndex,
  id: CollectionId,
  languages: readonly string[],
): string | undefined => {
  const collection = collections.get(id);
  return (
    languages
      .map((locale) => collection?.titles.get(locale))
      .find((title) => title !== undefined) ?? collection?.title
  );
};

const priceFacet = function* (
  { prices }: ValueCounts,
  { minPrice, maxPrice }: SearchFilter,
  currency: string,
): Steps<readonly Facet[]> {
  const sorted = prices.lowest();
  if (sorted.length === 0) return [];
  yield;
  const range = {
    min: Money.of(sorted[0] ?? 0, currency),
    max: Money.of(prices.highest(), currency),
  };
  const money = (amount: number | null): Money | null =>
    amount === null ? null : Money.of(amount, currency);
  const rounded = priceBuckets(sorted);
  const buckets =
    rounded.length > 0 ? rounded : [{ min: range.min.minorUnits, max: range.max.minorUnits }];
  const counts = yield* prices.inBuckets(buckets);
  const values = buckets.map(({ min, max }, bucket): FacetValue => {
    const label = `${money(min)?.toDecimal() ?? ""}–${money(max)?.toDecimal() ?? ""}`;
    const isSelected =
      (minPrice !== undefined || maxPrice !== undefined) &&
      (minPrice?.minorUnits ?? null) === min &&
      (maxPrice?.minorUnits ?? null) === max;
    return {
      value: label,
      label,
      count: counts[bucket] ?? 0,
      isSelected,
      min: money(min),
      max: money(max),
    };
  });
  return [{ kind: "PRICE", name: null, label: null, values, range }];
};

const booleanFacet = (
  kind: FacetKind,
  [yes, no]: readonly [number, number],
  selected: boolean | undefined,
): Facet => {
  const values = [
    { value: "true", count: yes },
    { value: "false", count: no },
  ].map(({ value, count }): FacetValue => ({
    value,
    label: value,
    count,
    isSelected: String(selected) === value,
    min: null,
    max: null,
  }));
  return {
    kind,
    name: null,
    label: null,
    values: values.filter(({ count, isSelected }) => count > 0 || isSelected),
    range: null,
  };
};

const mostFrequent = (values: readonly FacetValue[]): readonly FacetValue[] => {
  const sorted = values.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return sorted.filter(({ isSelected }, at) => at < MOST_VALUES || isSelected);
};
