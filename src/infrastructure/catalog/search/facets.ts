import { FACET_KINDS, type Facet, type FacetKind, type FacetValue, type SearchFilter } from "../../../application/catalog/search/product-search.js";
import { priceBuckets } from "../../../domain/catalog/search/price-buckets.js";
import { fold } from "../../../domain/shared/text.js";
import { Money } from "../../../domain/shared/money.js";
import { ALL_PASSED, priceOf, type Condition, type PriceView } from "./narrowing.js";
import type { Entry, ProductIndex } from "./product-index.js";

interface FacetRequest {
  readonly index: ProductIndex;
  readonly slots: readonly number[];
  /** Beside `slots`: which condition each fails. */
  readonly failed: Int8Array;
  readonly conditions: readonly Condition[];
  readonly filter: SearchFilter;
  readonly view: PriceView;
  /** Whether the audience may see a collection, by its number. */
  readonly isShown: (collection: number) => boolean;
}

/** A facet has no more values than this, the most frequent ones; those that are selected always. */
const MOST_VALUES = 100;
const MOST_OPTIONS = 20;

/** Everything that the matches can be narrowed down by. Each facet counts under the filters of the others. */
export const facetsOf = (request: FacetRequest): readonly Facet[] => {
  const facets: Readonly<Record<FacetKind, (request: FacetRequest) => readonly Facet[]>> = {
    COLLECTION: collections,
    TAG: (asked) => named(asked, "TAG", asked.index.tags.size, ({ tags }) => tags, (number) => asked.index.tags.labelOf(number), chosen(asked.filter.tags)),
    VENDOR: (asked) => named(asked, "VENDOR", asked.index.vendors.size, ({ vendor }) => vendor, (number) => asked.index.vendors.labelOf(number), chosen(asked.filter.vendors)),
    PRODUCT_TYPE: (asked) => named(asked, "PRODUCT_TYPE", asked.index.types.size, ({ type }) => type, (number) => asked.index.types.labelOf(number), chosen(asked.filter.types)),
    OPTION: options,
    PRICE: prices,
    AVAILABILITY: (asked) => yesOrNo(asked, "AVAILABILITY", ({ available }) => available, asked.filter.available),
    ON_SALE: (asked) => yesOrNo(asked, "ON_SALE", (entry) => priceOf(entry, asked.view)?.onSale ?? false, asked.filter.onSale),
  };
  return FACET_KINDS.flatMap((kind) => facets[kind](request)).filter(({ values }) => values.length > 0);
};

/** Visits what passes every condition but those of one group. */
const each = ({ index, slots, failed, conditions }: FacetRequest, kind: FacetKind, option: number | null, visit: (entry: Entry) => void): void => {
  const own = conditions.findIndex((condition) => condition.kind === kind && (option === null || condition.option === option));
  for (let at = 0; at < slots.length; at += 1) {
    const failure = failed[at] ?? ALL_PASSED;
    const entry = failure === ALL_PASSED || failure === own ? index.entries[slots[at] ?? -1] : null;
    if (entry) visit(entry);
  }
};

const chosen = (values: readonly string[] | undefined): ReadonlySet<string> => new Set((values ?? []).map(fold));

const named = (request: FacetRequest, kind: FacetKind, size: number, having: (entry: Entry) => number | readonly number[], labelOf: (number: number) => string, selected: ReadonlySet<string>): readonly Facet[] => {
  const counts = new Int32Array(size);
  each(request, kind, null, (entry) => tally(counts, having(entry)));
  const values = [...counts.entries()].flatMap(([number, count]) => (count > 0 ? [valueOf(labelOf(number), labelOf(number), count, selected)] : []));
  return [{ kind, name: null, values: mostFrequent(withMissing(values, selected)), range: null }];
};

const collections = (request: FacetRequest): readonly Facet[] => {
  const { collectionIds, collections: known } = request.index;
  const counts = new Int32Array(collectionIds.size);
  each(request, "COLLECTION", null, (entry) => tally(counts, entry.collections));
  const selected = new Set<string>(request.filter.collections);
  const titles = new Map([...known.values()].map(({ id, title }) => [String(id), title]));
  const values = [...counts.entries()].flatMap(([number, count]): FacetValue[] => {
    const id = collectionIds.keyOf(number);
    return (count > 0 || selected.has(id)) && request.isShown(number) ? [{ ...valueOf(id, titles.get(id) ?? id, count, new Set()), isSelected: selected.has(id) }] : [];
  });
  return [{ kind: "COLLECTION", name: null, values: mostFrequent(values), range: null }];
};

const options = (request: FacetRequest): readonly Facet[] => {
  const { index, conditions, filter } = request;
  const counts = new Int32Array(index.optionValues.size);
  each(request, "OPTION", -2, (entry) => tally(counts, entry.options));
  // What an option has failed alone counts for its own values only.
  for (const { option } of conditions.filter(({ kind }) => kind === "OPTION")) {
    const own = new Int32Array(counts.length);
    each(request, "OPTION", option, (entry) => tally(own, entry.options));
    for (const [value, belongsTo] of index.optionOf.entries()) if (belongsTo === option) counts[value] = own[value] ?? 0;
  }
  const values = new Map<number, [total: number, values: FacetValue[]]>();
  for (const [number, count] of counts.entries()) {
    const option = index.optionOf[number] ?? -1;
    const selected = chosen(filter.options?.filter(({ name }) => fold(name) === index.optionNames.keyOf(option)).flatMap((one) => one.values));
    const label = index.optionValues.labelOf(number);
    if (count === 0 && !selected.has(fold(label))) continue;
    const [total, list] = values.get(option) ?? [0, []];
    values.set(option, [total + count, [...list, valueOf(label, label, count, selected)]]);
  }
  const frequent = [...values].toSorted(([a, [total]], [b, [others]]) => others - total || (index.optionNames.keyOf(a) < index.optionNames.keyOf(b) ? -1 : 1)).slice(0, MOST_OPTIONS);
  return frequent.map(([option, [, list]]) => ({ kind: "OPTION", name: index.optionNames.labelOf(option), values: mostFrequent(list), range: null }));
};

const prices = (request: FacetRequest): readonly Facet[] => {
  const { view, filter } = request;
  const found: { readonly min: number; readonly max: number }[] = [];
  each(request, "PRICE", null, (entry) => {
    const price = priceOf(entry, view);
    if (price) found.push(price);
  });
  const lowest = Float64Array.from(found, ({ min }) => min).toSorted();
  const highest = found.reduce((most, { max }) => Math.max(most, max), 0);
  const [least] = lowest;
  if (least === undefined) return [];
  const money = (amount: number | null): Money | null => (amount === null ? null : Money.of(amount, view.currency));
  const values = priceBuckets(lowest).map(({ min, max }): FacetValue => {
    const count = found.reduce((sum, price) => sum + (price.max >= (min ?? 0) && price.min <= (max ?? Number.POSITIVE_INFINITY) ? 1 : 0), 0);
    const label = `${money(min)?.toDecimal() ?? ""}–${money(max)?.toDecimal() ?? ""}`;
    const isSelected = (filter.minPrice?.minorUnits ?? null) === min && (filter.maxPrice?.minorUnits ?? null) === max;
    return { value: label, label, count, isSelected, min: money(min), max: money(max) };
  });
  const all = { min: Money.of(least, view.currency), max: Money.of(highest, view.currency) };
  const whole: FacetValue = { value: `${all.min.toDecimal()}–${all.max.toDecimal()}`, label: `${all.min.toDecimal()}–${all.max.toDecimal()}`, count: found.length, isSelected: false, min: all.min, max: all.max };
  return [{ kind: "PRICE", name: null, values: values.length > 0 ? values : [whole], range: all }];
};

const yesOrNo = (request: FacetRequest, kind: FacetKind, is: (entry: Entry) => boolean, selected: boolean | undefined): readonly Facet[] => {
  let [yes, no] = [0, 0];
  each(request, kind, null, (entry) => (is(entry) ? (yes += 1) : (no += 1)));
  const values = [{ value: "true", count: yes }, { value: "false", count: no }].map(({ value, count }): FacetValue => ({ ...valueOf(value, value, count, new Set()), isSelected: String(selected) === value }));
  return [{ kind, name: null, values: values.filter(({ count, isSelected }) => count > 0 || isSelected), range: null }];
};

const tally = (counts: Int32Array, having: number | readonly number[]): void => {
  if (typeof having === "number") {
    if (having >= 0) counts[having] = (counts[having] ?? 0) + 1;
    return;
  }
  for (const number of having) counts[number] = (counts[number] ?? 0) + 1;
};

const valueOf = (value: string, label: string, count: number, selected: ReadonlySet<string>): FacetValue => ({ value, label, count, isSelected: selected.has(fold(label)), min: null, max: null });

/** What is selected stays to be seen, so that it can be taken back. */
const withMissing = (values: readonly FacetValue[], selected: ReadonlySet<string>): readonly FacetValue[] => {
  const there = new Set(values.map(({ label }) => fold(label)));
  return [...values, ...[...selected].filter((value) => !there.has(value)).map((value) => ({ ...valueOf(value, value, 0, new Set()), isSelected: true }))];
};

const mostFrequent = (values: readonly FacetValue[]): readonly FacetValue[] => {
  const sorted = values.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return sorted.filter(({ isSelected }, at) => at < MOST_VALUES || isSelected);
};
