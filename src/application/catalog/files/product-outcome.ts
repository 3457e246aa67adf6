import type { Media } from "../../../domain/catalog/media.js";
import type { Variant } from "../../../domain/catalog/variant.js";
import { same } from "../../../domain/shared/same.js";
import { only, type Fate, type ProductReport } from "./import-report.js";
import type { MergedImage } from "./merge-media.js";
import type { MergedVariant } from "./merge-variants.js";
import type { ProductEntry } from "../ports.js";
import type { Remark } from "./product-sheet.js";

/** What becomes of a variant; nothing is said of stored ones that the file does not name. */
export const fateOfVariant = (
  { sheet, stored }: MergedVariant,
  now: Variant | undefined,
  hasNewFigures: boolean,
): Fate | readonly [] => {
  if (!stored) return "created";
  if (sheet === null) return [];
  return hasNewFigures || !same(stored, now) ? "updated" : "unchanged";
};

export const fateOfImage = (
  { sheet, stored }: MergedImage,
  now: Media | undefined,
): Fate | readonly [] => {
  if (!stored) return "created";
  if (sheet === null) return [];
  return same(stored, now) ? "unchanged" : "updated";
};

/** A product that stays out, with everything that speaks against it. */
export const refusedReport = (entry: ProductEntry, defects: readonly Remark[]): ProductReport => ({
  name: entry.name,
  rows: entry.rows,
  fate: "refused",
  variants: only("refused", entry.variants),
  images: only("refused", entry.images),
  defects: withoutEchoes(entry.defects, defects),
  warnings: entry.warnings,
});

/** The file's own words about a cell are better than those of the rule that finds the same later. */
function withoutEchoes(ofFile: readonly Remark[], ofRules: readonly Remark[]): readonly Remark[] {
  const said = new Set(ofFile.map(({ code, line }) => `${code} ${line}`));
  return [...ofFile, ...ofRules.filter(({ code, line }) => !said.has(`${code} ${line}`))];
}
