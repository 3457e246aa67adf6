import type { VariantSheet } from "../../../application/catalog/files/product-sheet.js";
import type { Findings } from "./findings.js";
import { linesText } from "./lines.js";
import type { Row } from "./records.js";
import type { Survey } from "./survey.js";

/** Names variants that stand twice, by their options or their SKU. @returns the variants without those */
export const refuseRepetitions = (
  findings: Findings,
  rows: readonly Row[],
  variants: readonly VariantSheet[],
  survey: Survey,
  key: string,
): readonly VariantSheet[] => {
  const seen = new Map<string, number>();
  return variants.filter((variant, index) => {
    const row = rows[index];
    if (!row) return false;
    const lines = variant.sku ? survey.linesOfSku.get(variant.sku) : undefined;
    if (lines) {
      findings.defect(row, "sku", variant.sku ?? null, {
        code: "SKU_TAKEN",
        reason: `The SKU "${variant.sku}" stands on line ${linesText(lines, row.line)} too: every SKU may be used once.`,
        advice: "Give each variant a SKU of its own, or leave the cell empty.",
      });
    }
    const combination =
      variant.optionValues.length > 0 ? JSON.stringify(variant.optionValues) : (variant.sku ?? "");
    const first = seen.get(combination);
    seen.set(combination, first ?? row.line);
    if (first === undefined) return true;
    refuseTwin(findings, row, variant, first, survey.beginnings.get(key));
    return false;
  });
};

function refuseTwin(
  findings: Findings,
  row: Row,
  { optionValues }: VariantSheet,
  first: number,
  beginnings: readonly number[] | undefined,
): void {
  const column = findings.header.names[findings.header.options[0]?.value ?? -1] ?? null;
  const value = optionValues.join(" / ");
  const reason =
    optionValues.length > 0
      ? `The options "${value}" stand on line ${first} already: each combination may stand once.`
      : `The variant on line ${first} cannot be told from this one: neither has options.`;
  const advice = beginnings
    ? `The handle begins on the lines ${linesText(beginnings)}: when these are different products, give each a handle of its own; otherwise correct or remove one of the rows.`
    : "Correct the option values, or remove one of the two rows.";
  findings.defect(row, column, value || null, { code: "DUPLICATE_VARIANT", reason, advice });
}
