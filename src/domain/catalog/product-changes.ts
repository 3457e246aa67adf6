import { same } from "../shared/same.js";
import { optionValuesTogether } from "./option-value-changes.js";
import type { ProductContent } from "./product.js";
import { textsByPlace } from "./translations/product-texts.js";

/** A value as it stands in the history of changes: plain JSON. */
export type Told =
  string | number | boolean | null | readonly Told[] | { readonly [key: string]: Told };

/** One thing that is different now. */
export interface FieldChange {
  /** Where: `title`, `seo.description`, `metafields.care.washing`, `variants.variant_01h….sku`. */
  readonly path: string;
  /** Null for what was not there before. */
  readonly before: Told;
  /** Null for what is gone. */
  readonly after: Told;
}

/** What became different between two contents of a product: fields one by one, and the order of what has an order. */
export const productChanges = (
  before: ProductContent,
  after: ProductContent,
): readonly FieldChange[] => [
  ...FIELDS.flatMap((field) => changed(field, before[field], after[field])),
  ...changed("seo.title", before.seo.title, after.seo.title),
  ...changed("seo.description", before.seo.description, after.seo.description),
  ...changed("publication.from", before.publication?.from, after.publication?.from),
  ...changed("publication.until", before.publication?.until, after.publication?.until),
  ...inLists("metafields", before.metafields.map(named), after.metafields.map(named)),
  ...inLists("media", before.media, after.media),
  ...optionValuesTogether(before, after, inLists("variants", before.variants, after.variants)),
  ...inTexts(texts(before.translations, textsByPlace), texts(after.translations, textsByPlace)),
];

const FIELDS = [
  "slug",
  "title",
  "descriptionHtml",
  "vendor",
  "productType",
  "category",
  "tags",
  "status",
  "giftCard",
  "options",
] as const satisfies readonly (keyof ProductContent)[];

const named = <Field extends { readonly namespace: string; readonly key: string }>(
  field: Field,
) => ({ ...field, id: `${field.namespace}.${field.key}` });

/** One change where two values differ; the same value twice is none. */
export const changed = (path: string, before: unknown, after: unknown): readonly FieldChange[] =>
  same(before ?? null, after ?? null) ? [] : [{ path, before: told(before), after: told(after) }];

interface Item {
  readonly id: string;
}

const inLists = (
  path: string,
  before: readonly Item[],
  after: readonly Item[],
): readonly FieldChange[] => {
  const [was, is] = [byId(before), byId(after)];
  const kept = (items: readonly Item[], there: ReadonlyMap<string, Item>) =>
    items.map(({ id }) => id).filter((id) => there.has(id));
  return [
    ...before
      .filter(({ id }) => !is.has(id))
      .map((item) => ({ path: `${path}.${item.id}`, before: told(item), after: null })),
    ...after.flatMap((item) => {
      const stored = was.get(item.id);
      return stored
        ? inItem(`${path}.${item.id}`, stored, item)
        : [{ path: `${path}.${item.id}`, before: null, after: told(item) }];
    }),
    ...changed(`${path}.order`, kept(before, is), kept(after, was)),
  ];
};

const inItem = (path: string, before: Item, after: Item): readonly FieldChange[] => {
  const fields = new Map<string, unknown>(Object.entries(before));
  return Object.entries({
    ...Object.fromEntries([...fields.keys()].map((field) => [field, undefined])),
    ...after,
  }).flatMap(([field, value]) => changed(`${path}.${field}`, fields.get(field), value));
};

/** Every translated text by its place: `translations.de.title`. */
export const texts = <Translation extends { readonly locale: string }>(
  translations: readonly Translation[],
  placed: (one: Translation) => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    translations.flatMap((one) =>
      [...placed(one)].map(
        ([place, text]) => [`translations.${one.locale}.${place}`, text] as const,
      ),
    ),
  );

const inTexts = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((place) =>
    changed(place, before.get(place), after.get(place)),
  );

const byId = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const told = (value: unknown): Told => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(told);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, told(part)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
};
