import type { FacetValue } from "../../application/search/ports/product-search.js";

/** A value of a facet with the number of its label. */
export interface LabelledValue {
  readonly label: number;
  readonly value: FacetValue;
}

/**
 * A facet has at most so many values: the most frequent ones, and always those that are selected.
 */
const MOST_VALUES = 100;

/** The most frequent values of a facet. */
export const mostFrequent = (values: readonly LabelledValue[]): readonly LabelledValue[] =>
  atMost(values.toSorted(byFrequency));

export const byFrequency = ({ value: a }: LabelledValue, { value: b }: LabelledValue): number =>
  b.count - a.count || (a.label < b.label ? -1 : 1);

/** The first values, and all that are selected. */
export const atMost = (values: readonly LabelledValue[]): readonly LabelledValue[] =>
  values.filter(({ value }, at) => at < MOST_VALUES || value.isSelected);
