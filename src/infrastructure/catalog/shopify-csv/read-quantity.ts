import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

/** A whole number of pieces; null for a blank cell, and for another text, which is a defect. */
export const readQuantity = (
  cells: ProductCells<"quantity">,
  row: Row,
  value: string,
): number | null => {
  if (value === "") return null;
  const { decimal, isForced } = cells.style;
  const whole = (decimal === "comma" ? WITH_COMMA : WITH_POINT).exec(value)?.[1];
  // Thousands and thousandths look alike, and one is a thousand times the other.
  const isOpen = !isForced && THOUSANDS.test(value);
  if (whole !== undefined && !isOpen) return Number(whole.replaceAll(".", ""));
  cells.defect(row, "quantity", value, {
    code: "INVALID_QUANTITY",
    reason: `"${value}" is not a quantity.`,
    advice: THOUSANDS.test(value)
      ? `Write ${value.replaceAll(/[.,]/g, "")} or ${value.replace(/[.,].*/, "")}, whichever is meant, without a separator.`
      : "Write a whole number, such as 12, or leave the cell empty.",
  });
  return null;
};

const WITH_POINT = /^(-?\d{1,15})(?:\.0+)?$/;
const WITH_COMMA = /^(-?(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,15}))(?:,0+)?$/;
/** Whether a quantity may have a separator of thousands. */
export const looksLikeThousands = (value: string): boolean => THOUSANDS.test(value);

const THOUSANDS = /^-?\d{1,3}(?:[.,]\d{3})+$/;
