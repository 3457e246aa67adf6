import type { VariantSheet } from "../../../application/catalog/files/product-sheet.js";
import type { UnitPriceMeasure } from "../../../domain/catalog/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { Findings } from "./findings.js";
import {
  readBoolean,
  readPolicy,
  readPrice,
  readQuantity,
  readWeight,
  readWeightUnit,
  withPoint,
} from "./read-cells.js";
import type { Row } from "./records.js";
import { restoredBarcode } from "./safe-cell.js";

type Read = { -readonly [Name in keyof VariantSheet]: VariantSheet[Name] };

/** One variant as its row gives it; a column that the file does not have leaves its field absent. */
export const readVariant = (
  findings: Findings,
  row: Row,
  optionValues: readonly string[],
): VariantSheet => {
  const sheet: Read = { place: { line: row.line, column: null }, optionValues };
  const read = (field: Parameters<Findings["cell"]>[1], take: (value: string) => void): void => {
    const value = findings.cell(row, field);
    if (value !== undefined) take(value);
  };
  read("sku", (value) => (sheet.sku = oneLine(value) || null));
  const barcodeAt = findings.header.at.get("barcode");
  if (barcodeAt !== undefined) sheet.barcode = restoredBarcode(row.cells[barcodeAt] ?? "") || null;
  read("tracker", (value) => (sheet.tracked = value !== ""));
  read("quantity", (value) => (sheet.onHand = readQuantity(findings, row, value)));
  read("taxCode", (value) => (sheet.taxCode = value || null));
  read(
    "requiresShipping",
    (value) =>
      (sheet.requiresShipping =
        value !== "" && readBoolean(findings, row, "requiresShipping", value) === true),
  );
  read(
    "taxable",
    (value) =>
      (sheet.taxable = value !== "" && readBoolean(findings, row, "taxable", value) === true),
  );
  for (const field of ["price", "compareAt", "cost"] as const)
    read(field, (value) => (sheet[field] = readPrice(findings, row, field, value)));
  read("variantImage", (value) => (sheet.imageUrl = value || null));

  const policy = findings.cell(row, "policy");
  const soldOutPolicy = policy ? readPolicy(findings, row, policy) : undefined;
  if (soldOutPolicy) sheet.soldOutPolicy = soldOutPolicy;
  const unitCell = findings.cell(row, "weightUnit");
  const unit = unitCell ? readWeightUnit(findings, row, unitCell) : undefined;
  if (unit) sheet.weightUnit = unit;
  const weight = readWeight(findings, row, unit);
  if (weight !== undefined) sheet.weightMilligrams = weight;
  const measure = readMeasure(findings, row);
  if (measure !== undefined) sheet.unitPriceMeasure = measure;
  warnAboutFigures(findings, row, sheet);
  return sheet;
};

function readMeasure(findings: Findings, row: Row): UnitPriceMeasure | null | undefined {
  if (!findings.has("measureTotal")) return undefined;
  const [total = "", totalUnit = "", base = "", baseUnit = ""] = (
    ["measureTotal", "measureTotalUnit", "measureBase", "measureBaseUnit"] as const
  ).map((field) => findings.cell(row, field));
  const filled = [total, totalUnit, base, baseUnit].filter((value) => value !== "").length;
  if (filled === 0) return null;
  const [exactTotal, exactBase] = [
    withPoint(total, findings.style),
    withPoint(base, findings.style),
  ];
  if (filled === 4 && exactTotal !== null && exactBase !== null)
    return { total: exactTotal, totalUnit, base: exactBase, baseUnit };
  findings.defect(row, "measureTotal", total, {
    code: "INVALID_UNIT_PRICE",
    reason: "A unit price needs two numbers and their two units, such as 750 ml for 1 l.",
    advice: "Fill all four columns of the unit price, or empty them.",
  });
  return null;
}

function warnAboutFigures(
  findings: Findings,
  row: Row,
  { price, compareAt, onHand, tracked }: Read,
): void {
  if (findings.has("price") && price === null && !findings.cell(row, "price"))
    findings.warn(row, "price", null, {
      code: "NO_PRICE",
      reason: "The variant has no price, so it cannot be bought.",
      advice: "Fill the price and import again.",
    });
  if (price && compareAt && Number(compareAt) <= Number(price))
    findings.warn(row, "compareAt", compareAt, {
      code: "NOT_REDUCED",
      reason:
        "The compare-at price is not above the price, so the variant is not shown as reduced.",
      advice: "Nothing needs to be done, unless the two prices were meant the other way round.",
    });
  if (onHand !== null && onHand !== undefined && onHand < 0)
    findings.warn(row, "quantity", String(onHand), {
      code: "NEGATIVE_QUANTITY",
      reason:
        "The quantity is below zero: more was sold than there was. It is taken over as it stands.",
      advice: "Count the stock and correct the figure.",
    });
  if (onHand && tracked === undefined)
    findings.warn(row, "quantity", String(onHand), {
      code: "TRACKER_UNKNOWN",
      reason:
        "A quantity is given, but the file has no column for the inventory tracker: a new variant is not counted and can always be bought.",
      advice: `Add the column "Inventory tracker" with "shopify" in it when the stock of new variants is to be counted.`,
    });
  if (onHand && tracked === false)
    findings.warn(row, "quantity", String(onHand), {
      code: "NOT_TRACKED",
      reason:
        "A quantity is given, but no inventory tracker: the variant can always be bought, whatever the quantity.",
      advice: `Write "shopify" as inventory tracker when the stock is to be counted.`,
    });
}
