import type { VariantRecord } from "../../../application/catalog/ports/product-record.js";
import { checkIdentifiers } from "./check-identifiers.js";
import { fieldsReader } from "./file-field.js";
import type { Findings } from "./findings.js";
import { readVariantMetafields } from "./read-metafields.js";
import type { Row } from "../../shared/csv/records.js";
import { VARIANT_FIELDS } from "./variant-fields.js";

const readFields = fieldsReader(VARIANT_FIELDS);

/** The variant of a row; without its column a field is absent. */
export const readVariant = (
  findings: Findings,
  row: Row,
  optionValues: readonly string[],
  columnsWithLines: ReadonlySet<number>,
): VariantRecord => {
  const location = { line: row.line, column: null };
  const metafields = readVariantMetafields(findings, row, columnsWithLines);
  const record: VariantRecord = readFields(
    { location, optionValues, ...(metafields && { metafields }) },
    findings,
    row,
  );
  checkIdentifiers(findings, row, record);
  warnAboutPriceAndStock(findings, row, record);
  return record;
};

function warnAboutPriceAndStock(
  findings: Findings,
  row: Row,
  { price, compareAt, onHand, tracked }: VariantRecord,
): void {
  if (findings.has("price") && price === null && !findings.cell(row, "price"))
    findings.warn(row, "price", null, {
      code: "NO_PRICE",
      reason: "The variant has no price, so it cannot be bought.",
      advice: "Fill in the price and import again.",
    });
  if (price && compareAt && Number(compareAt) <= Number(price))
    findings.warn(row, "compareAt", compareAt, {
      code: "NOT_REDUCED",
      reason:
        "The compare-at price is not above the price, so the variant is not shown as on sale.",
      advice: "Nothing needs to be done, unless the two prices are swapped.",
    });
  if (onHand !== null && onHand !== undefined && onHand < 0)
    findings.warn(row, "quantity", String(onHand), {
      code: "NEGATIVE_QUANTITY",
      reason:
        "The quantity is below zero: more was sold than was in stock. It is imported unchanged.",
      advice: "Count the stock and correct the quantity.",
    });
  if (onHand && tracked === undefined)
    findings.warn(row, "quantity", String(onHand), {
      code: "TRACKER_UNKNOWN",
      reason:
        "The variant has a quantity, but the file has no column for the inventory tracker. The stock of new variants is not tracked, so they can always be bought.",
      advice: `To track the stock of new variants, add the column "Inventory tracker" with the value "shopify".`,
    });
  if (onHand && tracked === false)
    findings.warn(row, "quantity", String(onHand), {
      code: "NOT_TRACKED",
      reason: "The variant has a quantity, but no inventory tracker, so it can always be bought.",
      advice: `To track the stock, write "shopify" as the inventory tracker.`,
    });
}
