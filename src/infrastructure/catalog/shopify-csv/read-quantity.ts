import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

/** A whole number of pieces; null for a blank cell, and for another text, which is a defect. */
export const readQuantity = (
  cells: ProductCells<"quantity">,
  row: Row,
  value: string,
): number | null => {
  if (value === "") return null;
  const [, whole] = /^(-?\d{1,15})(?:[.,]0+)?$/.exec(value) ?? [];
  if (whole !== undefined) return Number(whole);
  cells.defect(row, "quantity", value, {
    code: "INVALID_QUANTITY",
    reason: `"${value}" is not a quantity.`,
    advice: "Write a whole number, such as 12, or leave the cell empty.",
  });
  return null;
};
