import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

const TIME =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A time with its zone, or a date (midnight UTC); null for a blank cell, and for another text. */
export const readTime = <Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
): Date | null => {
  if (value === "") return null;
  const time = TIME.test(value) ? new Date(value.replace(" ", "T")) : null;
  if (time && !Number.isNaN(time.getTime()) && isRealDay(value)) return time;
  cells.defect(row, column, value, {
    code: "INVALID_TIME",
    reason: `"${value}" is not a time with its zone.`,
    advice:
      "Write it as 2026-11-27T08:00:00Z or 2026-11-27T09:00+01:00, or a date for midnight UTC.",
  });
  return null;
};

/** JavaScript takes the 31st of a month with 30 days for the first of the next one. */
const isRealDay = (value: string): boolean => {
  const day = value.slice(0, "2026-11-27".length);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};
