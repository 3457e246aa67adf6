import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import type { CollectionTextField } from "../../../../domain/catalog/collections/collection-translation.js";
import { localeChain } from "../../../../domain/shared/locale-tag.js";
import type { TableKind } from "../../../shared/table-files.js";
import { readMetafieldHeader } from "../metafield-header.js";

const COLUMNS = {
  handle: { names: ["Handle", "URL handle"], isRequired: true },
  title: { names: ["Title"] },
  descriptionHtml: { names: ["Description", "Body (HTML)", "Body HTML"] },
  parent: { names: ["Parent", "Parent handle"] },
  position: { names: ["Position"] },
  published: { names: ["Published"] },
  publishedFrom: { names: ["Published from"] },
  publishedUntil: { names: ["Published until"] },
  imageUrl: { names: ["Image URL", "Image Src"] },
  imageAlt: { names: ["Image alt text"] },
  focalPoint: { names: ["Image focal point"] },
  seoTitle: { names: ["SEO title"] },
  seoDescription: { names: ["SEO description"] },
  sortOrder: { names: ["Sort order"] },
  conditions: { names: ["Conditions"] },
  match: { names: ["Conditions match"] },
  product: { names: ["Product", "Product handle"] },
  productPosition: { names: ["Product position"] },
} as const satisfies TableKind<string>["columns"];

type FixedField = keyof typeof COLUMNS;
type TextColumn = `text ${string} ${CollectionTextField}`;
type MetafieldColumn = `field ${string}`;

export type CollectionField = FixedField | TextColumn | MetafieldColumn;

export const TRANSLATED: readonly CollectionTextField[] = [
  "title",
  "descriptionHtml",
  "seoTitle",
  "seoDescription",
  "imageAlt",
];

/** The column of a text in another language. */
export const textColumn = (locale: string, text: CollectionTextField): TextColumn =>
  `text ${locale} ${text}`;

/** The language and the text of a column; null for another column. */
export const textOfColumn = (
  field: string,
): { readonly locale: string; readonly text: CollectionTextField } | null => {
  const [, locale, name] = /^text (\S+) (\S+)$/.exec(field) ?? [];
  const text = TRANSLATED.find((one) => one === name);
  return locale !== undefined && text !== undefined ? { locale, text } : null;
};

export const fieldColumn = (name: string): MetafieldColumn => `field ${name}`;

/** `Title [de]`, or the header of a custom field of collections. */
const fieldOf = (name: string): CollectionField | null => {
  const metafield = readMetafieldHeader(name);
  if (metafield) return metafield.owner === "COLLECTION" ? fieldColumn(fullName(metafield)) : null;
  const [, text = "", tag = ""] = /^(.+?) ?\[([A-Za-z\d-]+)\]$/.exec(name) ?? [];
  const [locale] = localeChain(tag);
  const field = TRANSLATED.find((one) =>
    COLUMNS[one].names.some((known) => known.toLowerCase() === text.trim().toLowerCase()),
  );
  return locale !== undefined && field ? textColumn(locale, field) : null;
};

/** The files of collections: in the first row of each its settings, in each row a product. */
export const COLLECTION_FILE: TableKind<CollectionField> = {
  name: "a collection file",
  columns: COLUMNS,
  fieldOf,
};

/**
 * The files with columns for these languages and custom fields.
 * @param metafields the header of each custom field, by its full name
 */
export const collectionFileWith = (
  locales: readonly string[],
  metafields: ReadonlyMap<string, string>,
): TableKind<CollectionField> => {
  const { product, productPosition, ...settings } = COLUMNS;
  const texts = locales.flatMap((locale) =>
    TRANSLATED.map((text) => [
      textColumn(locale, text),
      { names: [`${COLUMNS[text].names[0]} [${locale}]`] as const },
    ]),
  );
  const fields = [...metafields].map(([name, header]) => [
    fieldColumn(name),
    { names: [header] as const },
  ]);
  return {
    ...COLLECTION_FILE,
    columns: {
      ...settings,
      ...Object.fromEntries([...texts, ...fields]),
      product,
      productPosition,
    },
  };
};
