import type { UnitPriceMeasure } from "../../../domain/catalog/variants/variant.js";
import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";
import { toDecimal } from "../../shared/csv/to-decimal.js";

type MeasureColumn = "measureTotal" | "measureTotalUnit" | "measureBase" | "measureBaseUnit";

/** The measures of a unit price, which need all four of their columns. */
export const readMeasure = (
  cells: ProductCells<MeasureColumn>,
  row: Row,
): UnitPriceMeasure | null | undefined => {
  if (!cells.has("measureTotal")) return undefined;
  const [total = "", totalUnit = "", base = "", baseUnit = ""] = (
    ["measureTotal", "measureTotalUnit", "measureBase", "measureBaseUnit"] as const
  ).map((field) => cells.cell(row, field));
  const filled = [total, totalUnit, base, baseUnit].filter((value) => value !== "").length;
  if (filled === 0) return null;
  const [exactTotal, exactBase] = [toDecimal(total, cells.style), toDecimal(base, cells.style)];
  if (filled === 4 && exactTotal !== null && exactBase !== null)
    return { total: exactTotal, totalUnit, base: exactBase, baseUnit };
  cells.defect(row, "measureTotal", total, {
    code: "INVALID_UNIT_PRICE",
    reason: "A unit price needs two numbers and their two units, such as 750 ml for 1 l.",
    advice: "Fill in all four columns of the unit price, or leave them empty.",
  });
  return null;
};
