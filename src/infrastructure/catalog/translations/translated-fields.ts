import type { MetafieldText } from "../../../domain/catalog/metafields/metafield-text.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import { translatedMetafields } from "../../../domain/catalog/metafields/translated-metafields.js";
import type { OptionAvailability } from "../../../domain/catalog/options/option-availability.js";
import type { OptionTexts } from "../../../domain/catalog/options/option-texts.js";
import type { Option } from "../../../domain/catalog/options/option.js";
import { translatedOptions } from "../../../domain/catalog/options/translated-option.js";
import { localeChain } from "../../../domain/shared/locale-tag.js";
import type { FieldSource, FieldSources } from "../../shared/database/field-sources.js";
import type { Row } from "../../shared/database/sql-session.js";
import { fromSqlJson } from "../../shared/database/sql-value.js";

/**
 * For each translatable column: the column of its translation, and the owner of the translation.
 */
const TRANSLATED_COLUMNS: Readonly<
  Record<string, { readonly column: string; readonly owner: string }>
> = {
  "p.title": { column: "title", owner: "l.product_id" },
  "p.description_html": { column: "description_html", owner: "l.product_id" },
  "p.seo_title": { column: "seo_title", owner: "l.product_id" },
  "p.seo_description": { column: "seo_description", owner: "l.product_id" },
  "l.image_alt": { column: "alt", owner: "l.image_id" },
  "m.alt": { column: "alt", owner: "m.id" },
  "c.title": { column: "title", owner: "c.id" },
  "c.description_html": { column: "description_html", owner: "c.id" },
  "c.seo_title": { column: "seo_title", owner: "c.id" },
  "c.seo_description": { column: "seo_description", owner: "c.id" },
  "c.image_alt": { column: "alt", owner: "c.image_id" },
  "d.name": { column: "title", owner: "d.id" },
  "d.description": { column: "description_html", owner: "d.id" },
};

/**
 * The fields of a view in a language. Each text is read from the translations into the language and
 * its parents, in the same statement. In the language of the catalogue the fields are unchanged.
 */
export const translatedFields = <View extends { readonly id: string }>(
  sources: FieldSources<View>,
  locale: string | null | undefined,
): FieldSources<View> => {
  const chain = locale == null ? [] : localeChain(locale);
  if (chain.length === 0) return sources;
  return Object.fromEntries(
    Object.entries<FieldSource<unknown>>(sources).map(([field, source]) => [
      field,
      translatedField(source, chain),
    ]),
  ) as FieldSources<View>;
};

const translatedField = (
  source: FieldSource<unknown>,
  chain: readonly string[],
): FieldSource<unknown> => {
  const { columns, read } = source;
  if (columns.includes("p.options"))
    return withTranslations(source, chain, "options", (original, row) =>
      withTranslatedOptions(original, translationsOf<OptionTexts>(row, chain, "options")),
    );
  if (columns.includes("p.metafields"))
    return withTranslations(source, chain, "metafields", (original, row) =>
      translatedMetafields(
        original as readonly Metafield[],
        translationsOf<MetafieldText>(row, chain, "metafields"),
      ),
    );
  return {
    columns: columns.map((column) =>
      Object.hasOwn(TRANSLATED_COLUMNS, column) ? translatedColumn(column, chain) : column,
    ),
    read,
  };
};

/** @param original options, or the availability of options */
const withTranslatedOptions = (
  original: unknown,
  texts: readonly (readonly OptionTexts[])[],
): unknown =>
  Array.isArray(original)
    ? translatedOptions(original as readonly Option[], texts)
    : {
        ...(original as OptionAvailability),
        options: translatedOptions((original as OptionAvailability).options, texts),
      };

const withTranslations = (
  { columns, read }: FieldSource<unknown>,
  chain: readonly string[],
  column: "options" | "metafields",
  translate: (original: unknown, row: Row) => unknown,
): FieldSource<unknown> => ({
  columns: [
    ...columns,
    ...chain.map(
      (tag, index) => `${translationColumn(column, "l.product_id", tag)} AS ${column}_${index}`,
    ),
  ],
  read: (row) => translate(read(row), row),
});

const translationsOf = <Part>(
  row: Row,
  chain: readonly string[],
  column: "options" | "metafields",
): readonly (readonly Part[])[] =>
  chain.flatMap((_, index) => {
    const cell = row[`${column}_${index}`];
    return cell == null ? [] : [fromSqlJson<readonly Part[]>(cell)];
  });

const translatedColumn = (original: string, chain: readonly string[]): string => {
  const { column, owner } = TRANSLATED_COLUMNS[original] ?? {
    column: "title",
    owner: "l.product_id",
  };
  return `COALESCE(${chain.map((tag) => translationColumn(column, owner, tag)).join(", ")}, ${original}) AS ${original.slice(original.indexOf(".") + 1)}`;
};

// A tag of localeChain has letters, digits and hyphens only. In the text of the statement it does
// not change the order of the values.
const translationColumn = (column: string, owner: string, tag: string): string =>
  `(SELECT t.${column} FROM catalog_translation t WHERE t.owner_id = ${owner} AND t.locale = '${tag}')`;
