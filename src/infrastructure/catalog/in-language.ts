import type { Choices } from "../../domain/catalog/choices.js";
import type { Metafield } from "../../domain/catalog/metafield.js";
import type { Option } from "../../domain/catalog/option.js";
import type {
  MetafieldText,
  OptionTexts,
} from "../../domain/catalog/translations/product-texts.js";
import { shownMetafields, shownOptions } from "../../domain/catalog/translations/shown-texts.js";
import { localeChain } from "../../domain/shared/locale.js";
import type { FieldSource, FieldSources } from "../shared/selection.js";
import { fromSqlJson, type Row } from "../shared/sql.js";

/** By column: which column of a translation stands for it, and whose translation. */
const TEXTS: Readonly<Record<string, { readonly column: string; readonly owner: string }>> = {
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
 * The fields of a view in a language: each text is looked for in the translations of the language and of those above it, within the same
 * statement. For the language of the catalogue they stay as they are.
 */
export const inLanguage = <View extends { readonly id: string }>(
  sources: FieldSources<View>,
  locale: string | null | undefined,
): FieldSources<View> => {
  const chain = locale == null ? [] : localeChain(locale);
  if (chain.length === 0) return sources;
  return Object.fromEntries(
    Object.entries<FieldSource<unknown>>(sources).map(([field, source]) => [
      field,
      translated(source, chain),
    ]),
  ) as FieldSources<View>;
};

const translated = (
  source: FieldSource<unknown>,
  chain: readonly string[],
): FieldSource<unknown> => {
  const { columns, read } = source;
  if (columns.includes("p.options"))
    return inWords(source, chain, "options", (shown, row) =>
      worded(shown, layers<OptionTexts>(row, chain, "options")),
    );
  if (columns.includes("p.metafields"))
    return inWords(source, chain, "metafields", (shown, row) =>
      shownMetafields(
        shown as readonly Metafield[],
        layers<MetafieldText>(row, chain, "metafields"),
      ),
    );
  return {
    columns: columns.map((column) =>
      Object.hasOwn(TEXTS, column) ? textIn(column, chain) : column,
    ),
    read,
  };
};

/** Options by themselves, or within what can be chosen. */
const worded = (shown: unknown, words: readonly (readonly OptionTexts[])[]): unknown =>
  Array.isArray(shown)
    ? shownOptions(shown as readonly Option[], words)
    : { ...(shown as Choices), options: shownOptions((shown as Choices).options, words) };

const inWords = (
  { columns, read }: FieldSource<unknown>,
  chain: readonly string[],
  column: "options" | "metafields",
  show: (original: unknown, row: Row) => unknown,
): FieldSource<unknown> => ({
  columns: [
    ...columns,
    ...chain.map(
      (tag, index) => `${ofTranslation(column, "l.product_id", tag)} AS ${column}_${index}`,
    ),
  ],
  read: (row) => show(read(row), row),
});

const layers = <Part>(
  row: Row,
  chain: readonly string[],
  column: "options" | "metafields",
): readonly (readonly Part[])[] =>
  chain.flatMap((_, index) => {
    const cell = row[`${column}_${index}`];
    return cell == null ? [] : [fromSqlJson<readonly Part[]>(cell)];
  });

const textIn = (original: string, chain: readonly string[]): string => {
  const { column, owner } = TEXTS[original] ?? { column: "title", owner: "l.product_id" };
  return `COALESCE(${chain.map((tag) => ofTranslation(column, owner, tag)).join(", ")}, ${original}) AS ${original.slice(original.indexOf(".") + 1)}`;
};

// A tag out of localeChain is made of letters, digits and hyphens: written into the statement, it leaves the order of its values alone.
const ofTranslation = (column: string, owner: string, tag: string): string =>
  `(SELECT t.${column} FROM catalog_translation t WHERE t.owner_id = ${owner} AND t.locale = '${tag}')`;
