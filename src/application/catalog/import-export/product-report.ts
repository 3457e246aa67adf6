import type { Media } from "../../../domain/catalog/images/media.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import type { ProductEntry } from "../ports/product-files.js";
import type { ImportIssue } from "../../shared/file-format.js";
import { countOf, type Counts, type ImportOutcome } from "./import-outcome.js";
import type { MergedImage } from "./merge-media.js";
import type { MergedVariant } from "./merge-variants.js";

/** The result of the import of one product. */
export interface ProductReport {
  readonly name: string;
  readonly rows: number;
  readonly outcome: ImportOutcome;
  readonly variants: Counts;
  readonly images: Counts;
  /** Empty unless the product is refused. */
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}

/** The outcome of a variant; empty for a stored variant that the file does not contain. */
export const variantOutcome = (
  { record, stored }: MergedVariant,
  now: Variant | undefined,
  hasNewPriceOrStock: boolean,
): ImportOutcome | readonly [] => {
  if (!stored) return "created";
  if (record === null) return [];
  return hasNewPriceOrStock || !deepEqual(stored, now) ? "updated" : "unchanged";
};

/** The outcome of an image; empty for a stored image that the file does not contain. */
export const imageOutcome = (
  { record, stored }: MergedImage,
  now: Media | undefined,
): ImportOutcome | readonly [] => {
  if (!stored) return "created";
  if (record === null) return [];
  return deepEqual(stored, now) ? "unchanged" : "updated";
};

/** The report of a refused product with all its defects. */
export const refusedProduct = (
  entry: ProductEntry,
  defects: readonly ImportIssue[],
): ProductReport => ({
  name: entry.name,
  rows: entry.rows,
  outcome: "refused",
  variants: countOf("refused", entry.variants),
  images: countOf("refused", entry.images),
  defects: withoutRepetitions(entry.defects, defects),
  warnings: entry.warnings,
});

/**
 * Of two defects of one cell that of the file is kept, because it is more exact than that of the
 * domain rule.
 */
function withoutRepetitions(
  ofFile: readonly ImportIssue[],
  ofRules: readonly ImportIssue[],
): readonly ImportIssue[] {
  const reported = new Set(ofFile.map(({ code, line }) => `${code} ${line}`));
  return [...ofFile, ...ofRules.filter(({ code, line }) => !reported.has(`${code} ${line}`))];
}
