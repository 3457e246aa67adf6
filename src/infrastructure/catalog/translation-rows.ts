import type { CollectionSnapshot } from "../../domain/catalog/collection.js";
import type { MetafieldDefinitionSnapshot } from "../../domain/catalog/metafield-definition.js";
import type { ProductSnapshot } from "../../domain/catalog/product.js";
import {
  statedCollectionTranslations,
  statedDefinitionTranslations,
  statedProductTranslations,
  type Stated,
} from "../../domain/catalog/translations/stated-translations.js";
import {
  fromSqlJson,
  inChunks,
  insertRows,
  placeholders,
  toSqlJson,
  type Row,
  type RowValues,
  type SqlSession,
  type SqlValue,
} from "../shared/sql.js";

type Cell = Row[string] | undefined;

/** Translations as they stand with the thing itself, each with what it lacks; null for none. */
export const toTranslationsCell = (translations: readonly Stated<unknown>[]): string | null =>
  translations.length === 0 ? null : toSqlJson(translations);

export const toStatedTranslations = <Translation>(cell: Cell): readonly Stated<Translation>[] =>
  cell == null ? [] : fromSqlJson<readonly Stated<Translation>[]>(cell);

export const toTranslations = <Translation>(cell: Cell): readonly Translation[] =>
  toStatedTranslations<Translation>(cell).map(({ missing: _, ...texts }) => texts as Translation);

const NOTHING = {
  complete: false,
  title: null,
  description_html: null,
  seo_title: null,
  seo_description: null,
  alt: null,
  options: null,
  metafields: null,
} satisfies Record<string, SqlValue>;

export const toProductTranslationRows = (product: ProductSnapshot): readonly RowValues[] =>
  statedProductTranslations(product).flatMap((one) => {
    const row = { ...NOTHING, locale: one.locale, thing_id: product.id };
    return [
      {
        ...row,
        owner_id: product.id,
        complete: one.missing.length === 0,
        title: one.title,
        description_html: one.descriptionHtml,
        seo_title: one.seoTitle,
        seo_description: one.seoDescription,
        options: cell(one.options),
        metafields: cell(one.metafields),
      },
      ...one.media.map(({ id, alt }) => ({ ...row, owner_id: id, complete: true, alt })),
    ];
  });

const cell = (parts: readonly unknown[]): string | null =>
  parts.length === 0 ? null : toSqlJson(parts);

export const toCollectionTranslationRows = (collection: CollectionSnapshot): readonly RowValues[] =>
  statedCollectionTranslations(collection).flatMap((one) => {
    const row = { ...NOTHING, locale: one.locale, thing_id: collection.id };
    return [
      {
        ...row,
        owner_id: collection.id,
        complete: one.missing.length === 0,
        title: one.title,
        description_html: one.descriptionHtml,
        seo_title: one.seoTitle,
        seo_description: one.seoDescription,
      },
      ...(collection.image && one.imageAlt !== null
        ? [{ ...row, owner_id: collection.image.id, complete: true, alt: one.imageAlt }]
        : []),
    ];
  });

export const toDefinitionTranslationRows = (
  definition: MetafieldDefinitionSnapshot,
): readonly RowValues[] =>
  statedDefinitionTranslations(definition).map((one) => ({
    ...NOTHING,
    locale: one.locale,
    thing_id: definition.id,
    owner_id: definition.id,
    complete: one.missing.length === 0,
    title: one.name,
    description_html: one.description,
  }));

/** Writes what is shown of things in other languages anew. @param things those that had translations, or have some */
export const rewriteTranslations = async (
  session: SqlSession,
  things: readonly string[],
  rows: readonly RowValues[],
): Promise<void> => {
  await forgetTranslations(session, things);
  await insertRows(session, "catalog_translation", rows.map(inOrder));
};

export const forgetTranslations = async (
  session: SqlSession,
  things: readonly string[],
): Promise<void> => {
  for (const chunk of inChunks(things))
    await session.change(
      `DELETE FROM catalog_translation WHERE thing_id IN (${placeholders(chunk)})`,
      chunk,
    );
};

// Rows that are written together have the same columns, whichever thing they are of.
const COLUMNS = ["owner_id", "locale", "thing_id", ...Object.keys(NOTHING)];
const inOrder = (row: RowValues): RowValues =>
  Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null]));
