import type { VariantRecord } from "../../../application/catalog/ports/product-record.js";
import type { Findings } from "./findings.js";
import { linesText } from "./lines-text.js";
import type { Row } from "../../shared/csv/records.js";
import type { FileScan } from "./scan-file.js";

/**
 * Reports variants with the same options or the same SKU.
 * @returns the variants without duplicates
 */
export const refuseDuplicateVariants = (
  findings: Findings,
  rows: readonly Row[],
  variants: readonly VariantRecord[],
  scan: FileScan,
  key: string,
): readonly VariantRecord[] => {
  const seen = new Map<string, number>();
  return variants.filter((variant, index) => {
    const row = rows[index];
    if (!row) return false;
    const lines = variant.sku ? scan.linesOfSku.get(variant.sku) : undefined;
    if (lines) {
      findings.defect(row, "sku", variant.sku ?? null, {
        code: "SKU_TAKEN",
        reason: `The SKU "${variant.sku}" is also used on line ${linesText(lines, row.line)}: a SKU may be used once.`,
        advice: "Give each variant its own SKU, or leave the cell empty.",
      });
    }
    const combination =
      variant.optionValues.length > 0 ? JSON.stringify(variant.optionValues) : (variant.sku ?? "");
    const first = seen.get(combination);
    seen.set(combination, first ?? row.line);
    if (first === undefined) return true;
    refuseDuplicate(findings, row, variant, first, scan.beginnings.get(key));
    return false;
  });
};

function refuseDuplicate(
  findings: Findings,
  row: Row,
  { optionValues }: VariantRecord,
  first: number,
  beginnings: readonly number[] | undefined,
): void {
  const column = findings.header.names[findings.header.options[0]?.value ?? -1] ?? null;
  const value = optionValues.join(" / ");
  const reason =
    optionValues.length > 0
      ? `The options "${value}" are already on line ${first}: a combination may be used once.`
      : `This variant has no options, like the one on line ${first}: only one variant may have none.`;
  const advice = beginnings
    ? `The handle begins on the lines ${linesText(beginnings)}. If these are different products, give each its own handle; otherwise correct or remove one of the rows.`
    : "Correct the option values, or remove one of the two rows.";
  findings.defect(row, column, value || null, { code: "DUPLICATE_VARIANT", reason, advice });
}
