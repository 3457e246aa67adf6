import type {
  SearchDocument,
  SearchField,
  SearchVariant,
} from "../../application/search/ports/search-source.js";
import { fullName, valuesOf, type Metafield } from "../../domain/catalog/catalog.js";
import { sortableNumber } from "../../domain/search/sortable-number.js";
import { fold } from "../../domain/shared/text.js";
import type { Labels, Spelling } from "./labels.js";
import { isNumeric, isText, labelKindOf, type SearchFields } from "./search-fields.js";

/** The values of a product in one field. */
interface OfField {
  readonly field: SearchField;
  /** The number of the group of its labels. */
  readonly group: number;
  /** Its own values; none when it has none. */
  readonly own: readonly string[];
  /** Those of each variant: its own, or else those of the product. Empty for a field of products. */
  readonly ofVariants: readonly (readonly string[])[];
}

/** What an entry has of custom fields. */
export interface EntryFields {
  /** Of fields of products. */
  readonly numbers: readonly (readonly [group: number, value: number])[];
  /** By field; products without a value have none. */
  readonly sortKeys: ReadonlyMap<string, string>;
}

/** The values of the filterable fields of a product. */
const filteredFields = (
  labels: Labels,
  fields: SearchFields,
  { metafields, variants }: Pick<SearchDocument, "metafields" | "variants">,
): readonly OfField[] =>
  fields.all
    .filter(({ filterable }) => filterable)
    .map((field) => {
      const own = valuesIn(metafields, field);
      return {
        field,
        group: labels.group(labelKindOf(field), field.name),
        own,
        ofVariants: field.ofVariants
          ? variants.map((variant) => {
              const values = valuesIn(variant.metafields, field);
              return values.length > 0 ? values : own;
            })
          : [],
      };
    });

/** Each value of the fields of texts with its translations, once. */
export const fieldTexts = (
  labels: Labels,
  fields: SearchFields,
  document: SearchDocument,
): readonly {
  readonly group: number;
  readonly text: string;
  readonly translations: readonly Spelling[];
}[] =>
  filteredFields(labels, fields, document)
    .filter(({ field }) => !isNumeric(field))
    .flatMap(({ field, group, own, ofVariants }) => {
      const all = new Set(field.ofVariants ? ofVariants.flat() : own);
      return [...all].map((text) => ({
        group,
        text,
        translations:
          field.type === "TEXT" && own[0] === text ? translationsOf(field, document) : [],
      }));
    });

/**
 * The labels of the values that variants have, for each variant equally many: -1 where it has fewer.
 */
export const fieldLabelsOfVariants = (
  labels: Labels,
  fields: SearchFields,
  document: Pick<SearchDocument, "metafields" | "variants">,
): readonly (readonly number[])[] => {
  const rows: number[][] = document.variants.map(() => []);
  for (const { field, group, ofVariants } of filteredFields(labels, fields, document)) {
    if (!field.ofVariants || isNumeric(field)) continue;
    const most = Math.max(0, ...ofVariants.map(({ length }) => length));
    for (const [at, values] of ofVariants.entries())
      for (let position = 0; position < most; position += 1) {
        const value = values[position];
        rows[at]?.push(value === undefined ? -1 : (labels.find(group, value) ?? -1));
      }
  }
  return rows;
};

/** The numbers that variants have, by the group of their field; NaN where one has none. */
export const numbersOfVariants = (
  labels: Labels,
  fields: SearchFields,
  document: Pick<SearchDocument, "metafields" | "variants">,
): ReadonlyMap<number, readonly number[]> =>
  new Map(
    filteredFields(labels, fields, document).flatMap(({ field, group, ofVariants }) =>
      field.ofVariants && isNumeric(field) && ofVariants.some(({ length }) => length > 0)
        ? [[group, ofVariants.map(([value]) => Number(value ?? Number.NaN))] as const]
        : [],
    ),
  );

export const entryFields = (
  labels: Labels,
  fields: SearchFields,
  document: SearchDocument,
): EntryFields =>
  fields.all.length === 0
    ? NO_FIELDS
    : {
        numbers: filteredFields(labels, fields, document).flatMap(
          ({ field, group, own: [value] }) =>
            !field.ofVariants && isNumeric(field) && value !== undefined
              ? [[group, Number(value)] as const]
              : [],
        ),
        sortKeys: new Map(
          fields.all
            .filter(({ sortable }) => sortable)
            .flatMap((field) => {
              const [value] = valuesIn(document.metafields, field);
              return value === undefined ? [] : [[field.name, sortKey(field, value)] as const];
            }),
        ),
      };

/** One for all products of a shop without such fields. */
const NO_FIELDS: EntryFields = { numbers: [], sortKeys: new Map() };

const sortKey = (field: SearchField, value: string): string => {
  if (isNumeric(field)) return sortableNumber(Number(value));
  if (field.type === "CHOICE") {
    const at = field.choices.findIndex((choice) => choice.value === value);
    return sortableNumber(at < 0 ? field.choices.length : at);
  }
  return field.type === "DATE_TIME" ? new Date(value).toISOString() : fold(value);
};

const valuesIn = (
  metafields: SearchVariant["metafields"],
  { name, type }: SearchField,
): readonly string[] => {
  const found = metafields.find((one: Metafield) => fullName(one) === name);
  return found?.type === type ? valuesOf(found) : [];
};

const translationsOf = (
  field: SearchField,
  { texts }: Pick<SearchDocument, "texts">,
): readonly Spelling[] =>
  isText(field)
    ? texts.flatMap(({ locale, metafields }) =>
        metafields
          .filter((one) => fullName(one) === field.name)
          .map(({ value }) => ({ text: value, locale })),
      )
    : [];
