import { fullName, type Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { DomainError } from "../../../domain/shared/domain-error.js";
import { truncated } from "../../shared/truncated.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { ProductRecord } from "../ports/product-record.js";
import type { MergedProduct } from "./merge-product.js";

/** The names of fields in `ProductRecord.columns`, where they differ from those of the product. */
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
  INVALID_SLUG: "Use letters, digits and hyphens for the handle.",
  SLUG_TAKEN: "Give the product another handle.",
  SKU_TAKEN: "Give the variant another SKU, or remove the SKU from the other variant first.",
  DUPLICATE_VARIANT: "Correct the option values, or remove one of the two rows.",
  INVALID_OPTIONS:
    "Use the stored options and variants in the rows of the product, or delete the product from the shop first.",
  AMBIGUOUS_TRANSLATION: "Rename the value, or change the translation of the other value first.",
  METAFIELD_NAME_TAKEN: "The metafield was defined during the import: import the file again.",
  INVALID_METAFIELD: "Correct the value or the column of the metafield.",
  INVALID_MEDIA: "Use the full URL of the image, without spaces.",
  TOO_MANY: "Split the product into several.",
  STALE_VERSION: "The product was changed during the import: import the file again.",
};

/** The import issue for a refusal of the domain, with the cell that it is about. */
export const explainRefusal = (
  error: DomainError,
  record: ProductRecord,
  merged: MergedProduct | null,
): ImportIssue => {
  const [part = "", index = "", field = ""] = error.path;
  const columns = record.columns ?? {};
  const column = (name: string): string | null => columns[FIELDS[name] ?? name] ?? null;
  const { line } = record.location;
  const issue = {
    code: error.code,
    value: valueAt(error.path, merged),
    reason: truncated(error.message, LONGEST_REASON),
    advice: ADVICE[error.code] ?? "Correct the row and import again.",
  };
  if (part === "variants") {
    const variant = merged?.variants[Number(index)];
    const location = variant?.record?.location;
    const metafield =
      field === "metafields" ? variant?.variant.metafields[Number(error.path[3])] : undefined;
    if (metafield) return { ...issue, line: location?.line ?? line, ...cellOf(metafield) };
    return { ...issue, line: location?.line ?? line, column: column(field) };
  }
  if (part === "media") {
    const location = merged?.images[Number(index)]?.record?.location ?? record.location;
    return {
      ...issue,
      line: location.line,
      column: field === "url" ? location.column : column(field),
    };
  }
  if (part === "seo")
    return { ...issue, line, column: column(index === "title" ? "seoTitle" : "seoDescription") };
  if (part === "metafields") {
    const metafield = merged?.content.metafields[Number(index)];
    return { ...issue, line, ...(metafield ? cellOf(metafield) : { column: null, value: null }) };
  }
  return { ...issue, line, column: column(part) };
};

const LONGEST_VALUE = 120;
const LONGEST_REASON = 600;

const cellOf = (field: Metafield): Pick<ImportIssue, "column" | "value"> => ({
  column: fullName(field),
  value: truncated(field.value, LONGEST_VALUE),
});

function valueAt(path: readonly string[], merged: MergedProduct | null): string | null {
  let found: unknown = merged?.content;
  for (const step of path)
    found =
      typeof found === "object" && found !== null
        ? (found as Readonly<Record<string, unknown>>)[step]
        : undefined;
  return typeof found === "string" || typeof found === "number"
    ? truncated(String(found), LONGEST_VALUE)
    : null;
}
