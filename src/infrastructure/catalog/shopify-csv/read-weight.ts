import { milligrams } from "../../../domain/catalog/variants/milligrams.js";
import type { WeightUnit } from "../../../domain/catalog/variants/variant.js";
import type { ProductCells } from "./product-cells.js";
import { weightUnit } from "./read-enum.js";
import type { Row } from "../../shared/csv/records.js";
import { toDecimal } from "../../shared/csv/to-decimal.js";

type WeightColumn = "grams" | "weight" | "weightUnit";

/** In milligrams, from the column in grams or from the one in the display unit. */
export const readWeight = (
  cells: ProductCells<WeightColumn>,
  row: Row,
): number | null | undefined => {
  const [inGrams, inUnits] = [cells.cell(row, "grams"), cells.peek(row, "weight")];
  const unit = weightUnit(cells.peek(row, "weightUnit") ?? "");
  if (inGrams) {
    const found = weight(cells, row, "grams", inGrams, "GRAMS");
    if (inUnits && isSameWeight(found, inUnits, unit, cells)) cells.cell(row, "weight");
    return found;
  }
  if (!inUnits) return inGrams === undefined && inUnits === undefined ? undefined : null;
  cells.cell(row, "weight");
  if (unit) return weight(cells, row, "weight", inUnits, unit);
  cells.warn(row, "weight", inUnits, {
    code: "WEIGHT_WITHOUT_UNIT",
    reason: "The weight has no unit, so it is not imported.",
    advice: `Add the column "Variant Weight Unit" with g, kg, oz or lb.`,
  });
  return undefined;
};

/** Whether the display weight is the one in grams, which Shopify rounds. */
function isSameWeight(
  found: number | null,
  inUnits: string,
  unit: WeightUnit | undefined,
  { style }: ProductCells<WeightColumn>,
): boolean {
  const decimal = toDecimal(inUnits, style);
  const other = decimal === null || !unit ? null : milligrams(decimal, unit);
  return other !== null && found !== null && Math.abs(other - found) <= ROUNDED_MG + found / 100;
}
const ROUNDED_MG = 1_000;

function weight(
  cells: ProductCells<WeightColumn>,
  row: Row,
  column: WeightColumn,
  value: string,
  unit: WeightUnit,
): number | null {
  const decimal = toDecimal(value, cells.style);
  const found = decimal === null ? null : milligrams(decimal, unit);
  if (found === null)
    cells.defect(row, column, value, {
      code: "INVALID_WEIGHT",
      reason: `"${value}" is not a weight.`,
      advice: `Write a number of at least zero, with a decimal ${cells.style.decimal}.`,
    });
  return found;
}
