import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import { collectionTranslationViews } from "../../../domain/catalog/collections/collection-translation-views.js";
import { definitionTranslationViews } from "../../../domain/catalog/metafields/definition-translation-views.js";
import type { MetafieldDefinitionSnapshot } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { productTranslationViews } from "../../../domain/catalog/products/product-translation-views.js";
import type { TranslationView } from "../../../domain/catalog/translations/translation-view.js";
import type { Cell } from "../../shared/database/cell.js";
import type { Column } from "../../shared/database/columns.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import {
  placeholders,
  toChunks,
  type Row,
  type RowValues,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { fromSqlJson, toSqlJson, type SqlValue } from "../../shared/database/sql-value.js";

/**
 * The translations in the row of their owner, each with the names of its missing texts; null for
 * none.
 * @param viewsOf the translations of an owner with what each of them lacks
 */
export const translationsColumn = <Owner, Translation>(
  viewsOf: (owner: Owner) => readonly TranslationView<Translation>[],
): Column<readonly Translation[], Owner> => ({
  cells: {
    translations: (_, owner) => {
      const views = viewsOf(owner);
      return views.length === 0 ? null : toSqlJson(views);
    },
  },
  read: (row) =>
    toTranslationViews<Translation>(row["translations"]).map(
      ({ missing: _, ...texts }) => texts as unknown as Translation,
    ),
});

const toTranslationViews = <Translation>(cell: Cell): readonly TranslationView<Translation>[] =>
  cell == null ? [] : fromSqlJson<readonly TranslationView<Translation>[]>(cell);

/** The field of translations of a table with the column `translations`. */
export const translationsField = <Translation>(table: string) => ({
  columns: [`${table}.translations`],
  read: (row: Row) => toTranslationViews<Translation>(row["translations"]),
});

const NO_TEXTS = {
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
  productTranslationViews(product).flatMap((one) => {
    const row = { ...NO_TEXTS, locale: one.locale, thing_id: product.id };
    return [
      {
        ...row,
        owner_id: product.id,
        complete: one.missing.length === 0,
        title: one.title,
        description_html: one.descriptionHtml,
        seo_title: one.seoTitle,
        seo_description: one.seoDescription,
        options: toPartsCell(one.options),
        metafields: toPartsCell(one.metafields),
      },
      ...one.media.map(({ id, alt }) => ({ ...row, owner_id: id, complete: true, alt })),
    ];
  });

const toPartsCell = (parts: readonly unknown[]): string | null =>
  parts.length === 0 ? null : toSqlJson(parts);

export const toCollectionTranslationRows = (collection: CollectionSnapshot): readonly RowValues[] =>
  collectionTranslationViews(collection).flatMap((one) => {
    const row = { ...NO_TEXTS, locale: one.locale, thing_id: collection.id };
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
  definitionTranslationViews(definition).map((one) => ({
    ...NO_TEXTS,
    locale: one.locale,
    thing_id: definition.id,
    owner_id: definition.id,
    complete: one.missing.length === 0,
    title: one.name,
    description_html: one.description,
  }));

/**
 * Replaces the rows that translated fields are read from.
 * @param owners those that had translations, or have some
 */
export const rewriteTranslations = async (
  session: SqlSession,
  owners: readonly string[],
  rows: readonly RowValues[],
): Promise<void> => {
  await deleteTranslations(session, owners);
  await insertRows(session, "catalog_translation", rows.map(withAllColumns));
};

export const deleteTranslations = async (
  session: SqlSession,
  owners: readonly string[],
): Promise<void> => {
  for (const chunk of toChunks(owners))
    await session.change(
      `DELETE FROM catalog_translation WHERE thing_id IN (${placeholders(chunk)})`,
      chunk,
    );
};

// Rows that are inserted together have the same columns.
const COLUMNS = ["owner_id", "locale", "thing_id", ...Object.keys(NO_TEXTS)];

const withAllColumns = (row: RowValues): RowValues =>
  Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null]));
