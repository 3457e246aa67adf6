import {
  FACET_KINDS,
  type Facet,
  type FacetKind,
  type FacetValue,
  type SearchFilter,
} from "../../../application/catalog/search/product-search.js";
import { priceBuckets } from "../../../domain/catalog/search/price-buckets.js";
import { id } from "../../../domain/shared/id.js";
import { Money } from "../../../domain/shared/money.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { chosenOptions } from "./narrowing.js";
import type { Steps } from "./portions.js";
import type { ProductIndex } from "./product-index.js";
import { tally, type Matched, type Tally } from "./tally.js";

export interface FacetRequest extends Matched {
  readonly filter: SearchFilter;
  /** Whether the audience may see a collection. */
  readonly isShown: (collection: CollectionId) => boolean;
  /** In which labels are wanted, the best first; none for the language of the catalogue. */
  readonly languages: readonly string[];
}

/** A facet has no more values than this, the most frequent ones; those that are selected always. */
const MOST_VALUES = 100;
const MOST_OPTIONS = 20;

/** Everything that the matches can be narrowed down by. Each facet counts under the filters of the others. */
export const facetsOf = function* (request: FacetRequest): Steps<readonly Facet[]> {
  const { filter, view } = request;
  const counts = yield* tally(request);
  const ofLabels = labelled(request, counts);
  yield;
  const facets = [
    ...ofLabels,
    ...(yield* priceFacet(counts, filter, view.currency)),
    yesOrNo("AVAILABILITY", counts.available, filter.available),
    yesOrNo("ON_SALE", counts.onSale, filter.onSale),
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

const labelled = (
  { index, filter, isShown, languages }: FacetRequest,
  { labels: counts }: Tally,
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
    if (collection !== null && !isShown(collection)) continue;
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

/** What is selected stays to be seen, so that it can be taken back; but not what no product has any more, which another process may never have known. */
const selectedLabels = (
  { labels }: ProductIndex,
  { collections = [], tags = [], vendors = [], types = [], options = [] }: SearchFilter,
): ReadonlySet<number> => {
  const of = (group: number | undefined, values: readonly string[]) =>
    values.flatMap((value) => (group === undefined ? [] : (labels.find(group, value) ?? [])));
  const written = [
    ...of(labels.findGroup("TAG"), tags),
    ...of(labels.findGroup("VENDOR"), vendors),
    ...of(labels.findGroup("PRODUCT_TYPE"), types),
    ...[...chosenOptions(options)].flatMap(([option, values]) =>
      of(labels.findGroup("OPTION", option), values),
    ),
  ];
  return new Set([
    ...of(labels.findGroup("COLLECTION"), collections),
    ...written.filter((label) => labels.isWritten(label)),
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
  { lowest, highest }: Tally,
  { minPrice, maxPrice }: SearchFilter,
  currency: string,
): Steps<readonly Facet[]> {
  if (lowest.length === 0) return [];
  const sorted = lowest.toSorted();
  yield;
  const range = {
    min: Money.of(sorted[0] ?? 0, currency),
    max: Money.of(
      highest.reduce((most, price) => Math.max(most, price), 0),
      currency,
    ),
  };
  const money = (amount: number | null): Money | null =>
    amount === null ? null : Money.of(amount, currency);
  const buckets = priceBuckets(sorted);
  const values = (
    buckets.length > 0 ? buckets : [{ min: range.min.minorUnits, max: range.max.minorUnits }]
  ).map(({ min, max }): FacetValue => {
    const label = `${money(min)?.toDecimal() ?? ""}–${money(max)?.toDecimal() ?? ""}`;
    const isSelected =
      (minPrice !== undefined || maxPrice !== undefined) &&
      (minPrice?.minorUnits ?? null) === min &&
      (maxPrice?.minorUnits ?? null) === max;
    return {
      value: label,
      label,
      count: overlapping(lowest, highest, min ?? 0, max ?? Number.POSITIVE_INFINITY),
      isSelected,
      min: money(min),
      max: money(max),
    };
  });
  return [{ kind: "PRICE", name: null, label: null, values, range }];
};

const overlapping = (
  lowest: Float64Array,
  highest: Float64Array,
  min: number,
  max: number,
): number => {
  let count = 0;
  for (let at = 0; at < lowest.length; at += 1)
    if ((highest[at] ?? 0) >= min && (lowest[at] ?? 0) <= max) count += 1;
  return count;
};

const yesOrNo = (
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
