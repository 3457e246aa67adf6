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
  const inGrams = cells.cell(row, "grams");
  if (inGrams) return weight(cells, row, "grams", inGrams, "GRAMS");
  const inUnits = cells.cell(row, "weight");
  if (!inUnits) return inGrams === undefined && inUnits === undefined ? undefined : null;
  const unit = weightUnit(cells.cell(row, "weightUnit") ?? "");
  if (unit) return weight(cells, row, "weight", inUnits, unit);
  cells.warn(row, "weight", inUnits, {
    code: "WEIGHT_WITHOUT_UNIT",
    reason: "The weight has no unit, so it is not imported.",
    advice: `Add the column "Variant Weight Unit" with g, kg, oz or lb.`,
  });
  return undefined;
};

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
