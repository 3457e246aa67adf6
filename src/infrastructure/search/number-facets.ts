import type {
  Facet,
  FacetValue,
  FieldCondition,
} from "../../application/search/ports/product-search.js";
import type { SearchField } from "../../application/search/ports/search-source.js";
import { numberRanges, type NumberRange } from "../../domain/search/number-ranges.js";
import type { FacetRequest } from "./facet-request.js";
import { ALL_PASSED, VARIANTS_FAILED } from "./failed-conditions.js";
import { fieldHeading } from "./field-facet.js";
import { isNumeric, labelKindOf } from "./search-fields.js";
import { inBatches, type Steps } from "./time-slice.js";

/** The numbers of one product that count, and those of its excluded variants. */
interface Counted {
  readonly numbers: readonly number[];
  readonly excluded: readonly number[];
}

/** The facets of custom fields of numbers. Each is counted under the filters of the others. */
export const numberFacets = function* (request: FacetRequest): Steps<readonly Facet[]> {
  const facets: Facet[] = [];
  for (const field of request.index.fields.all) {
    if (!field.filterable || !isNumeric(field)) continue;
    const products = yield* numbersOf(request, field);
    const all = Float64Array.from(products.flatMap(({ numbers }) => numbers)).toSorted();
    if (all.length > 0) facets.push(facetOf(request, field, products, all));
    yield;
  }
  return facets;
};

const numbersOf = function* (
  { index, slots, failed, conditions, variants }: FacetRequest,
  field: SearchField,
): Steps<readonly Counted[]> {
  const group = index.labels.findGroup(labelKindOf(field), field.name) ?? -1;
  const own = conditions.findIndex((one) => one.kind === "METAFIELD" && one.group === group);
  const bit = variants.bitOfField(group);
  const { rows } = index.columns.variants;
  const columnOf = index.columns.variants.numbers(group);
  const found: Counted[] = [];
  const ofProduct = (slot: number): Counted => ({
    numbers: (index.entries[slot]?.numbers ?? [])
      .filter(([of]) => of === group)
      .map(([, value]) => value),
    excluded: [],
  });
  const ofVariants = (slot: number): Counted => {
    const counted = { numbers: [] as number[], excluded: [] as number[] };
    for (let row = rows.start[slot] ?? 0; row < (rows.end[slot] ?? 0); row += 1) {
      const number = columnOf?.[row] ?? Number.NaN;
      if (Number.isNaN(number) || (variants.failedBy(slot, row) & ~bit) !== 0) continue;
      const isExcluded = variants.excludes && variants.excludedBy(row) !== 0;
      counted[isExcluded ? "excluded" : "numbers"].push(number);
    }
    return counted;
  };
  yield* inBatches(slots.length, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const [slot, failure] = [slots[at] ?? 0, failed[at] ?? ALL_PASSED];
      const counts =
        failure === ALL_PASSED || failure === (field.ofVariants ? VARIANTS_FAILED : own);
      if (!counts) continue;
      const counted = field.ofVariants ? ofVariants(slot) : ofProduct(slot);
      if (counted.numbers.length > 0) found.push(counted);
    }
  });
  return found;
};

const facetOf = (
  { filter, languages }: FacetRequest,
  field: SearchField,
  products: readonly Counted[],
  all: Float64Array,
): Facet => {
  const { digits, ranges } = numberRanges(all);
  const text = (number: number): string => number.toFixed(digits);
  const condition = filter.metafields?.find(({ name }) => name === field.name);
  return {
    ...fieldHeading(field, languages),
    values: ranges
      .map((range) => valueOf(range, text, countIn(products, range), condition))
      .filter(({ count, isSelected }) => count > 0 || isSelected),
    field: {
      type: field.type,
      range: { min: text(all[0] ?? 0), max: text(all.at(-1) ?? 0) },
    },
  };
};

const countIn = (products: readonly Counted[], { min, max }: NumberRange): number => {
  const isIn = (number: number): boolean =>
    number >= (min ?? Number.NEGATIVE_INFINITY) && number <= (max ?? Number.POSITIVE_INFINITY);
  return products.filter(({ numbers, excluded }) => numbers.some(isIn) && !excluded.some(isIn))
    .length;
};

const valueOf = (
  { min, max }: NumberRange,
  text: (number: number) => string,
  count: number,
  condition: FieldCondition | undefined,
): FacetValue => {
  const [from, to] = [min === null ? null : text(min), max === null ? null : text(max)];
  const label = `${from ?? ""}–${to ?? ""}`;
  return {
    value: label,
    label,
    count,
    isSelected:
      condition !== undefined && (condition.min ?? null) === min && (condition.max ?? null) === max,
    min: null,
    max: null,
    from,
    to,
  };
};
