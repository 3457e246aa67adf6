import type { FieldCondition } from "../../application/search/ports/product-search.js";
import type { SearchField } from "../../application/search/ports/search-source.js";
import { itemTypeOf } from "../../domain/catalog/catalog.js";
import { FieldNotSearchable } from "../../domain/search/field-not-searchable.js";

/** The custom fields by which products are filtered and sorted. */
export class SearchFields {
  readonly #byName: ReadonlyMap<string, SearchField>;
  /** What entries of products depend on; another one needs all of them to be made anew. */
  readonly form: string;

  constructor(readonly all: readonly SearchField[]) {
    this.#byName = new Map(all.map((field) => [field.name, field]));
    this.form = JSON.stringify(
      all.map(({ name, type, ofVariants, filterable, sortable, choices }) => [
        name,
        type,
        ofVariants,
        filterable,
        sortable,
        sortable ? choices.map(({ value }) => value) : [],
      ]),
    );
  }

  /** @throws FieldNotSearchable */
  filterable({ name, values, min, max }: FieldCondition): SearchField {
    const field = this.#byName.get(name);
    if (!field?.filterable)
      throw new FieldNotSearchable(
        `Products cannot be filtered by the custom field ${name}. Use one that is a facet; a definition says so with \`filterable\`.`,
      );
    const hasRange = min !== undefined || max !== undefined;
    if (isNumeric(field) ? values !== undefined || !hasRange : hasRange || values === undefined)
      throw new FieldNotSearchable(
        isNumeric(field)
          ? `The custom field ${name} has numbers. Filter it by \`min\` and \`max\`.`
          : `The custom field ${name} has no numbers. Filter it by \`values\`.`,
      );
    return field;
  }

  /** @throws FieldNotSearchable */
  sortable(name: string | undefined): SearchField {
    const field = this.#byName.get(name ?? "");
    if (!field?.sortable)
      throw new FieldNotSearchable(
        name === undefined
          ? "The sort key METAFIELD needs the name of a custom field in `metafield`."
          : `Products cannot be sorted by the custom field ${name}. Its definition must be \`sortable\`.`,
      );
    return field;
  }
}

export const isNumeric = ({ type }: Pick<SearchField, "type">): boolean =>
  type === "INTEGER" || type === "DECIMAL";

/** Whether its values are texts that may be translated. */
export const isText = ({ type }: Pick<SearchField, "type">): boolean => itemTypeOf(type) === "TEXT";

/** The kind of the labels of a field; the name of their group is that of the field. */
export const labelKindOf = ({
  ofVariants,
}: Pick<SearchField, "ofVariants">): "METAFIELD" | "VARIANT_METAFIELD" =>
  ofVariants ? "VARIANT_METAFIELD" : "METAFIELD";

/** Conditions on the same field as one: any of the values of all, and the numbers in all ranges. */
export const oneForEachField = (
  conditions: readonly FieldCondition[],
): readonly FieldCondition[] => {
  const byName = new Map<string, FieldCondition>();
  for (const { name, values, min, max } of conditions) {
    const known = byName.get(name);
    byName.set(name, {
      name,
      values: values || known?.values ? [...(known?.values ?? []), ...(values ?? [])] : undefined,
      min: known?.min === undefined ? min : Math.max(known.min, min ?? known.min),
      max: known?.max === undefined ? max : Math.min(known.max, max ?? known.max),
    });
  }
  return [...byName.values()];
};
