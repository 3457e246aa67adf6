import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import type { DomainError } from "../../../../domain/shared/domain-error.js";
import type { ImportIssue } from "../../../shared/file-format.js";
import { fieldColumn, TRANSLATED, textColumn, type CollectionField } from "./collection-file.js";
import type { CollectionIssue, CollectionRecord, CollectionRow } from "./collection-record.js";

const ADVICE: Readonly<Record<string, string>> = {
  INVALID_TEXT: "Correct the text and import again.",
  SLUG_TAKEN: "The collection was created during the import: import the file again.",
  STALE_VERSION: "The collection was changed during the import: import the file again.",
  INVALID_METAFIELD: "Correct the value or the column of the custom field.",
  INVALID_MEDIA: "Use the full URL of the image, without spaces.",
  INVALID_COLLECTION_RULE: "Correct the condition. An export shows how conditions are written.",
  RULE_OPERATOR_MISFIT: "Use another operator in the condition.",
};

const FIELDS: Readonly<Record<string, CollectionField>> = {
  title: "title",
  descriptionHtml: "descriptionHtml",
  slug: "handle",
  publication: "publishedFrom",
  until: "publishedUntil",
  from: "publishedFrom",
  rules: "conditions",
  "seo.title": "seoTitle",
  "seo.description": "seoDescription",
  "image.url": "imageUrl",
  "image.alt": "imageAlt",
  "image.focalPoint": "focalPoint",
};

/** The import issue for a refusal of the domain, with the cell that it is about. */
export const refusedCollection = (
  { code, message, path }: DomainError,
  row: CollectionRow,
  issue: CollectionIssue,
  record: CollectionRecord,
): ImportIssue =>
  issue(row, columnAt(path, record), {
    code,
    reason: message,
    advice: ADVICE[code] ?? "Correct the row and import again.",
  });

const columnAt = (path: readonly string[], record: CollectionRecord): CollectionField => {
  const [part = "", index = "", ...rest] = path;
  if (part === "metafields") {
    const field = record.metafields[Number(index)];
    return field ? fieldColumn(fullName(field)) : "handle";
  }
  if (part === "translations") {
    const locale = record.translations[Number(index)]?.locale ?? "";
    const name =
      rest[0] === "seo" ? `seo${rest[1] === "title" ? "Title" : "Description"}` : rest[0];
    const text = TRANSLATED.find((one) => one === name);
    return text ? textColumn(locale, text) : "handle";
  }
  return FIELDS[`${part}.${index}`] ?? FIELDS[part] ?? FIELDS[path.at(-1) ?? ""] ?? "handle";
};

/** The texts of warnings about collections of a file. */
export const collectionWarnings = {
  foundByOldSlug: (now: string) => ({
    code: "FOUND_BY_OLD_HANDLE",
    reason: `The collection had this handle before, and has "${now}" now. It is updated and keeps "${now}".`,
    advice: `Write "${now}" in the file. If another collection is meant, give it another handle.`,
  }),

  /** A defect. */
  twice: (other: string, now: string) => ({
    code: "HANDLE_TAKEN",
    reason: `The collection "${now}" had this handle before, and the handle "${other}" of this file too: two collections of the file would be one.`,
    advice: "Give one of the two collections another handle.",
  }),

  oldSlugTakenOver: (reason: string) => ({
    code: "OLD_SLUG_TAKEN_OVER",
    reason,
    advice:
      "If this is the same collection, write its present handle; otherwise nothing needs to be done.",
  }),

  columnsMissing: () => ({
    code: "COLLECTION_COLUMNS_MISSING",
    reason: 'New collections of this file are published at once (there is no column "Published").',
    advice: "Add the column if that is not meant. Stored values stay as they are.",
  }),

  unknownProduct: (slug: string) => ({
    code: "REFERENCE_UNKNOWN",
    reason: `There is no product "${slug}". It is not put into the collection.`,
    advice: "Import the products first, or correct the handle.",
  }),

  automated: () => ({
    code: "COLLECTION_AUTOMATED",
    reason: "The collection is filled by its rules, which do not match this product.",
    advice: "Remove the row, or change the rules.",
  }),

  orderedByRule: () => ({
    code: "COLLECTION_AUTOMATED",
    reason:
      "The collection is filled by its rules and not ordered by hand: its products are not imported.",
    advice: "Remove the products from its rows, remove its conditions, or set its order to manual.",
  }),

  unknownParent: (slug: string) => ({
    code: "REFERENCE_UNKNOWN",
    reason: `There is no collection "${slug}", or it is refused. The collection keeps its parent.`,
    advice: "Correct the handle, or add a row for the parent.",
  }),

  /** For a parent that the rules of the tree do not allow. */
  refusedParent: (code: string, message: string) => ({
    code,
    reason: `${message} The collection keeps its parent.`,
    advice: "Choose another parent.",
  }),
};
