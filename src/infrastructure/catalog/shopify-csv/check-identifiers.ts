import type { VariantRecord } from "../../../application/catalog/ports/product-record.js";
import type { Row } from "../../shared/csv/records.js";
import { isBarcodeAsWritten, isSkuAsWritten } from "./as-written.js";
import type { Field } from "./columns.js";
import type { Findings } from "./findings.js";
import { barcodeDamage, identifierDamage, type IdentifierDamage } from "./identifier-damage.js";

/** Reports the identifiers of a variant that a spreadsheet has destroyed, or may have. */
export const checkIdentifiers = (
  findings: Findings,
  row: Row,
  { sku, barcode, optionValues }: VariantRecord,
): void => {
  if (sku && !isSkuAsWritten(findings.rawCell(row, "sku") ?? ""))
    report(findings, row, "sku", sku, identifierDamage(sku));
  if (barcode && !isBarcodeAsWritten(findings.rawCell(row, "barcode") ?? ""))
    report(findings, row, "barcode", barcode, barcodeDamage(barcode));
  for (const [index, value] of optionValues.entries()) {
    const column = findings.header.names[findings.header.options[index]?.value ?? -1] ?? null;
    const damage = identifierDamage(value);
    // A text that shops choose: `##` may be meant, and a file that a shop exports is not refused.
    report(findings, row, column, value, damage && { ...damage, isCertain: false });
  }
};

/** Reports the handle of a product. @returns whether it is lost */
export const checkHandle = (findings: Findings, row: Row, handle: string): boolean => {
  const damage = identifierDamage(handle);
  report(findings, row, "handle", handle, damage);
  return damage?.isCertain === true;
};

function report(
  findings: Findings,
  row: Row,
  column: Field | string | null,
  value: string,
  damage: IdentifierDamage | null,
): void {
  if (!damage) return;
  if (damage.isCertain)
    findings.defect(row, column, value, {
      code: "IDENTIFIER_DESTROYED",
      reason: `"${value}" ${damage.what}. A spreadsheet has destroyed it.`,
      advice:
        "Write the identifier again from its source, in a column that the spreadsheet keeps as text.",
    });
  else
    findings.warn(row, column, value, {
      code: "IDENTIFIER_DOUBTFUL",
      reason: `"${value}" ${damage.what}. It is imported unchanged.`,
      advice: "Compare it with its source. If it is wrong, correct it and import again.",
    });
}
