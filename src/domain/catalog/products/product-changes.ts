import { keysOf } from "../../shared/keys-of.js";
import { fieldChange, toJson, type FieldChange } from "./field-change.js";
import { mergeOptionValueChanges } from "./merge-option-value-changes.js";
import { BLANK_PRODUCT, type ProductContent } from "./product-content.js";
import { textsByPath, type ProductTranslation } from "./product-texts.js";

/**
 * The differences between two contents of a product, field by field, including the order of ordered
 * lists.
 */
export const productChanges = (
  before: ProductContent,
  after: ProductContent,
): readonly FieldChange[] => [
  ...keysOf(BLANK_PRODUCT)
    .filter((field) => !Object.hasOwn(IN_PARTS, field))
    .flatMap((field) => fieldChange(field, before[field], after[field])),
  ...Object.values(IN_PARTS).flatMap((changes) => changes(before, after)),
];

type Changes = (before: ProductContent, after: ProductContent) => readonly FieldChange[];

/** The fields whose parts change on their own; all others are one value. */
const IN_PARTS: { readonly [Field in keyof ProductContent]?: Changes } = {
  seo: (before, after) => [
    ...fieldChange("seo.title", before.seo.title, after.seo.title),
    ...fieldChange("seo.description", before.seo.description, after.seo.description),
  ],
  publication: (before, after) => [
    ...fieldChange("publication.from", before.publication?.from, after.publication?.from),
    ...fieldChange("publication.until", before.publication?.until, after.publication?.until),
  ],
  metafields: (before, after) =>
    listChanges("metafields", before.metafields.map(withId), after.metafields.map(withId)),
  media: (before, after) => listChanges("media", before.media, after.media),
  variants: (before, after) =>
    mergeOptionValueChanges(
      before,
      after,
      listChanges("variants", before.variants, after.variants),
    ),
  translations: (before, after) =>
    textChanges(translatedTexts(before.translations), translatedTexts(after.translations)),
};

interface Item {
  readonly id: string;
}

const withId = <Field extends { readonly namespace: string; readonly key: string }>(
  field: Field,
) => ({ ...field, id: `${field.namespace}.${field.key}` });

const listChanges = (
  path: string,
  before: readonly Item[],
  after: readonly Item[],
): readonly FieldChange[] => {
  const [old, current] = [byId(before), byId(after)];
  const kept = (items: readonly Item[], others: ReadonlyMap<string, Item>) =>
    items.map(({ id }) => id).filter((id) => others.has(id));
  return [
    ...before
      .filter(({ id }) => !current.has(id))
      .map((item) => ({ path: `${path}.${item.id}`, before: toJson(item), after: null })),
    ...after.flatMap((item) => {
      const stored = old.get(item.id);
      return stored
        ? itemChanges(`${path}.${item.id}`, stored, item)
        : [{ path: `${path}.${item.id}`, before: null, after: toJson(item) }];
    }),
    ...fieldChange(`${path}.order`, kept(before, current), kept(after, old)),
  ];
};

const itemChanges = (path: string, before: Item, after: Item): readonly FieldChange[] => {
  const [old, current] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((field) =>
    fieldChange(`${path}.${field}`, old.get(field), current.get(field)),
  );
};

const translatedTexts = (
  translations: readonly ProductTranslation[],
): ReadonlyMap<string, string> =>
  new Map(
    translations.flatMap((one) =>
      [...textsByPath(one)].map(
        ([path, text]) => [`translations.${one.locale}.${path}`, text] as const,
      ),
    ),
  );

const textChanges = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((path) =>
    fieldChange(path, before.get(path), after.get(path)),
  );

const byId = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));
