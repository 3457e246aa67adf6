import type { DomainError } from "../../../domain/shared/domain-error.js";
import type { MergedProduct } from "./merge-product.js";
import { cut, type ProductSheet, type Remark } from "./product-sheet.js";

/** What the parts of a product are called in a sheet, where the two differ. */
const FIELDS: Readonly<Record<string, string>> = {
  slug: "handle",
  weight: "grams",
  mediaId: "variantImage",
  onHand: "quantity",
  unitPriceMeasure: "measureTotal",
  url: "imageUrl",
  alt: "imageAlt",
};

const ADVICE: Readonly<Record<string, string>> = {
  INVALID_TEXT: "Correct the text and import again.",
  INVALID_SLUG: "Use lower-case letters, digits and single hyphens for the handle.",
  SLUG_TAKEN: "Give the product another handle.",
  SKU_TAKEN: "Give the variant another SKU, or take the SKU from the other variant first.",
  DUPLICATE_VARIANT: "Correct the option values, or remove one of the two rows.",
  INVALID_OPTIONS:
    "Let the rows of the product name the options and variants as they are stored, or take the product out of the shop first.",
  AMBIGUOUS_TRANSLATION:
    "Give the value another name, or the translation of the other one another text first.",
  METAFIELD_NAME_TAKEN:
    "Somebody declared the custom field during the import: import the file again.",
  INVALID_METAFIELD: "Correct the value or the column of the metafield.",
  INVALID_MEDIA: "Give the full address of the image, without spaces.",
  TOO_MANY: "Split the product into several.",
  STALE_VERSION: "Somebody changed the product during the import: import the file again.",
};

/** A refusal of the domain as a remark about the cell that it speaks of. */
export const explainRefusal = (
  error: DomainError,
  sheet: ProductSheet,
  merged: MergedProduct | null,
): Remark => {
  const [part = "", index = "", field = ""] = error.path;
  const columns = sheet.columns ?? {};
  const column = (name: string): string | null => columns[FIELDS[name] ?? name] ?? null;
  const told = {
    code: error.code,
    value: valueAt(error.path, merged),
    reason: cut(error.message, LONGEST_REASON),
    advice: ADVICE[error.code] ?? "Correct the row and import again.",
  };
  if (part === "variants") {
    const line = merged?.variants[Number(index)]?.sheet?.place.line ?? sheet.place.line;
    return { ...told, line, column: column(field) };
  }
  if (part === "media") {
    const place = merged?.images[Number(index)]?.sheet?.place ?? sheet.place;
    return { ...told, line: place.line, column: field === "url" ? place.column : column(field) };
  }
  if (part === "seo")
    return {
      ...told,
      line: sheet.place.line,
      column: column(index === "title" ? "seoTitle" : "seoDescription"),
    };
  if (part === "metafields") {
    const named = merged?.content.metafields[Number(index)];
    return {
      ...told,
      line: sheet.place.line,
      column: named ? `${named.namespace}.${named.key}` : null,
      value: named ? cut(named.value, LONGEST) : null,
    };
  }
  return { ...told, line: sheet.place.line, column: column(part) };
};

const LONGEST = 120;
const LONGEST_REASON = 600;

function valueAt(path: readonly string[], merged: MergedProduct | null): string | null {
  let found: unknown = merged?.content;
  for (const step of path)
    found =
      typeof found === "object" && found !== null
        ? (found as Readonly<Record<string, unknown>>)[step]
        : undefined;
  return typeof found === "string" || typeof found === "number"
    ? cut(String(found), LONGEST)
    : null;
}
