import type {
  CollectionRules,
  RuleMatch,
} from "../../../../domain/catalog/collections/collection-rules.js";
import type { CollectionTranslationPatch } from "../../../../domain/catalog/collections/collection-translation.js";
import { slug } from "../../../../domain/catalog/slug.js";
import { errorsOf } from "../../../../domain/shared/domain-error.js";
import type { TableFile } from "../../../shared/table-files.js";
import type { MetafieldRecord } from "../../ports/product-record.js";
import { readMetafieldHeader, type MetafieldHeader } from "../metafield-header.js";
import { fieldColumn, textOfColumn, type CollectionField } from "./collection-file.js";
import type { CollectionIssue, CollectionRecord, CollectionRow } from "./collection-record.js";
import { CellReader } from "./cell-reader.js";
import { conditionsOf } from "./conditions-text.js";

/** What the columns of a file say. */
export interface CollectionColumns {
  readonly columns: TableFile<CollectionField>["columns"];
  readonly texts: readonly {
    readonly field: CollectionField;
    readonly locale: string;
    readonly text: Exclude<keyof CollectionTranslationPatch, "locale">;
  }[];
  readonly metafields: readonly (MetafieldHeader & { readonly field: CollectionField })[];
}

export const collectionColumns = (
  columns: TableFile<CollectionField>["columns"],
): CollectionColumns => {
  const fields = Object.keys(columns) as CollectionField[];
  return {
    columns,
    texts: fields.flatMap((field) => {
      const found = textOfColumn(field);
      return found ? [{ field, ...found }] : [];
    }),
    metafields: fields.flatMap((field) => {
      const header = field.startsWith(fieldColumn(""))
        ? readMetafieldHeader(columns[field] ?? "")
        : null;
      return header ? [{ ...header, field }] : [];
    }),
  };
};

/** The slug that the row names; null when it names none. */
export const slugOfRow = ({ cells }: CollectionRow): string | null => {
  try {
    return slug(cells.handle ?? "");
  } catch (error) {
    if (errorsOf(error).length === 0) throw error;
    return null;
  }
};

interface Read {
  readonly record: CollectionRecord;
  readonly cells: CellReader;
}

/**
 * The settings of a collection from its first row.
 * @param multiline the custom fields with a value of several lines in the file
 */
export const readCollection = (
  row: CollectionRow,
  handle: string,
  { columns, texts, metafields }: CollectionColumns,
  multiline: ReadonlySet<CollectionField>,
  issue: CollectionIssue,
): Read => {
  const cells = new CellReader(row, issue);
  const parent = cells.text("parent");
  const url = cells.text("imageUrl");
  const hasImage = url === undefined || url !== "";
  if (!hasImage)
    for (const field of ["imageAlt", "focalPoint"] as const)
      cells.ignored(field, "the row has no image.");
  const record: CollectionRecord = {
    location: { line: row.line, column: columns.handle ?? null },
    slug: handle,
    ...present({
      title: cells.text("title"),
      descriptionHtml: cells.text("descriptionHtml"),
      parent: parent === "" ? null : parent,
      position: cells.position("position"),
      // As in product files, a blank cell publishes.
      published: cells.flag("published", true),
      publishedFrom: cells.time("publishedFrom"),
      publishedUntil: cells.time("publishedUntil"),
      sortOrder: cells.order("sortOrder"),
      imageUrl: url === "" ? null : url,
      imageAlt: hasImage ? cells.text("imageAlt") : undefined,
      focalPoint: hasImage ? cells.focalPoint("focalPoint") : undefined,
      seoTitle: cells.text("seoTitle"),
      seoDescription: cells.text("seoDescription"),
      rules: readRules(cells),
    }),
    metafields: metafields.map((column): MetafieldRecord => {
      const { namespace, key, type, field, name, owners, filterable, sortable, choices } = column;
      return {
        namespace,
        key,
        type: type ?? (multiline.has(field) ? "MULTILINE_TEXT" : "TEXT"),
        value: cells.text(field) ?? "",
        definition: { name, owners, filterable, sortable, choices, isTyped: type !== null },
      };
    }),
    translations: translationsOf(cells, texts),
  };
  if (record.published === false)
    for (const field of ["publishedFrom", "publishedUntil"] as const)
      cells.ignored(field, "the collection is not published.");
  return { record, cells };
};

/** The fields that are not undefined. */
const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

const MATCHES: ReadonlyMap<string, RuleMatch> = new Map([
  ["all", "ALL"],
  ["any", "ANY"],
]);

const readRules = (cells: CellReader): CollectionRules | null | undefined => {
  const text = cells.text("conditions");
  if (!text) {
    cells.ignored("match", "the row has no conditions.");
    return text === undefined ? undefined : null;
  }
  const raw = cells.text("match") ?? "";
  try {
    const conditions = conditionsOf(text);
    const match =
      MATCHES.get(raw.toLowerCase()) ?? (raw === "" && conditions.length < 2 ? "ALL" : null);
    if (match !== null) return { match, conditions };
    cells.defect("match", {
      code: "UNKNOWN_VALUE",
      reason: `"${raw}" is not one of ${[...MATCHES.keys()].join(", ")}.`,
      advice: "Write whether a product must match all of the conditions, or any of them.",
    });
  } catch (error) {
    for (const { code, message } of errorsOf(error))
      cells.defect("conditions", {
        code,
        reason: message,
        advice: "Write conditions as an export has them, with semicolons between them.",
      });
    if (errorsOf(error).length === 0) throw error;
  }
  return undefined;
};

const translationsOf = (
  cells: CellReader,
  texts: CollectionColumns["texts"],
): readonly CollectionTranslationPatch[] => {
  const patches = new Map<string, CollectionTranslationPatch>();
  for (const { field, locale, text } of texts) {
    const before = patches.get(locale) ?? { locale };
    patches.set(locale, { ...before, [text]: cells.text(field) || null });
  }
  return [...patches.values()];
};
