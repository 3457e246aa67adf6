import { notATime } from "../../../application/catalog/import-export/not-a-time.js";
import { writtenTime } from "../../../domain/shared/written-time.js";
import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

/** A time with its zone, or a date (midnight UTC); null for a blank cell, and for another text. */
export const readTime = <Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
): Date | null => {
  if (value === "") return null;
  const time = writtenTime(value);
  if (!time) cells.defect(row, column, value, notATime(value));
  return time;
};
