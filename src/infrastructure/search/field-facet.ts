import type { Facet } from "../../application/search/ports/product-search.js";
import type { SearchField } from "../../application/search/ports/search-source.js";
import { choiceLabel } from "../../domain/catalog/catalog.js";
import { fold } from "../../domain/shared/text.js";
import type { FacetRequest } from "./facet-request.js";
import { inLanguages } from "./in-languages.js";
import type { LabelledValue } from "./labelled-value.js";
import type { Labels } from "./labels.js";
import { labelKindOf } from "./search-fields.js";

/** The filterable custom fields, by the group of labels that has their values; the first of a group. */
export const fieldsByGroup = ({
  index: { fields, labels },
}: Pick<FacetRequest, "index">): ReadonlyMap<number, SearchField> =>
  new Map(
    fields.all
      .filter(({ filterable }) => filterable)
      .toReversed()
      .map((field) => [labels.findGroup(labelKindOf(field), field.name) ?? -1, field]),
  );

/** The facet of a custom field of texts: choices in the merchant's order, with their labels. */
export const fieldFacet = (
  field: SearchField,
  languages: readonly string[],
  labels: Labels,
  values: readonly LabelledValue[],
): Facet => {
  const positions = new Map(field.choices.map(({ value }, at) => [fold(value), at]));
  const positionOf = ({ label }: LabelledValue): number =>
    positions.get(labels.keyOf(label)) ?? positions.size;
  return {
    ...fieldHeading(field, languages),
    values: values
      .toSorted((a, b) => positionOf(a) - positionOf(b))
      .map((one) => {
        const choice = field.choices[positionOf(one)];
        return choice
          ? { ...one.value, value: choice.value, label: choiceLabel(choice, languages[0]) }
          : one.value;
      }),
    field: { type: field.type, range: null },
  };
};

export const fieldHeading = (
  { name, label, labels }: SearchField,
  languages: readonly string[],
): Pick<Facet, "kind" | "name" | "label" | "range"> => ({
  kind: "METAFIELD",
  name,
  label: inLanguages(labels, languages) ?? label,
  range: null,
});
