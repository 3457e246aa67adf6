import type { VariantRecord } from "../../../application/catalog/ports/product-record.js";
import type { UnitPriceMeasure } from "../../../domain/catalog/variants/variant.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { Findings } from "./findings.js";
import { readBoolean, readPolicy, readWeightUnit } from "./read-enum.js";
import { readPrice } from "./read-price.js";
import { readQuantity } from "./read-quantity.js";
import { readWeight } from "./read-weight.js";
import type { Row } from "./records.js";
import { fromSafeBarcode } from "./safe-cell.js";
import { toDecimal } from "./to-decimal.js";

type VariantInput = { -readonly [Name in keyof VariantRecord]: VariantRecord[Name] };

/** The variant of a row; without its column a field is absent. */
export const readVariant = (
  findings: Findings,
  row: Row,
  optionValues: readonly string[],
): VariantRecord => {
  const record: VariantInput = { location: { line: row.line, column: null }, optionValues };
  const read = (field: Parameters<Findings["cell"]>[1], set: (value: string) => void): void => {
    const value = findings.cell(row, field);
    if (value !== undefined) set(value);
  };
  read("sku", (value) => (record.sku = oneLine(value) || null));
  const barcodeAt = findings.header.at.get("barcode");
  if (barcodeAt !== undefined) record.barcode = fromSafeBarcode(row.cells[barcodeAt] ?? "") || null;
  read("tracker", (value) => (record.tracked = value !== ""));
  read("quantity", (value) => (record.onHand = readQuantity(findings, row, value)));
  read("taxCode", (value) => (record.taxCode = value || null));
  read(
    "requiresShipping",
    (value) =>
      (record.requiresShipping =
        value !== "" && readBoolean(findings, row, "requiresShipping", value) === true),
  );
  read(
    "taxable",
    (value) =>
      (record.taxable = value !== "" && readBoolean(findings, row, "taxable", value) === true),
  );
  for (const field of ["price", "compareAt", "cost"] as const)
    read(field, (value) => (record[field] = readPrice(findings, row, field, value)));
  read("variantImage", (value) => (record.imageUrl = value || null));

  const policy = findings.cell(row, "policy");
  const soldOutPolicy = policy ? readPolicy(findings, row, policy) : undefined;
  if (soldOutPolicy) record.soldOutPolicy = soldOutPolicy;
  const unitCell = findings.cell(row, "weightUnit");
  const unit = unitCell ? readWeightUnit(findings, row, unitCell) : undefined;
  if (unit) record.weightUnit = unit;
  const weight = readWeight(findings, row, unit);
  if (weight !== undefined) record.weightMilligrams = weight;
  const measure = readMeasure(findings, row);
  if (measure !== undefined) record.unitPriceMeasure = measure;
  warnAboutPriceAndStock(findings, row, record);
  return record;
};

function readMeasure(findings: Findings, row: Row): UnitPriceMeasure | null | undefined {
  if (!findings.has("measureTotal")) return undefined;
  const [total = "", totalUnit = "", base = "", baseUnit = ""] = (
    ["measureTotal", "measureTotalUnit", "measureBase", "measureBaseUnit"] as const
  ).map((field) => findings.cell(row, field));
  const filled = [total, totalUnit, base, baseUnit].filter((value) => value !== "").length;
  if (filled === 0) return null;
  const [exactTotal, exactBase] = [
    toDecimal(total, findings.style),
    toDecimal(base, findings.style),
  ];
  if (filled === 4 && exactTotal !== null && exactBase !== null)
    return { total: exactTotal, totalUnit, base: exactBase, baseUnit };
  findings.defect(row, "measureTotal", total, {
    code: "INVALID_UNIT_PRICE",
    reason: "A unit price needs two numbers and their two units, such as 750 ml for 1 l.",
    advice: "Fill in all four columns of the unit price, or leave them empty.",
  });
  return null;
}

function warnAboutPriceAndStock(
  findings: Findings,
  row: Row,
  { price, compareAt, onHand, tracked }: VariantInput,
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
