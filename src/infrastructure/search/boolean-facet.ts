import type {
  Facet,
  FacetKind,
  FacetValue,
} from "../../application/search/ports/product-search.js";

/** The facet of something that products are or are not. */
export const booleanFacet = (
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
    field: null,
  };
};
