import { FLAGS, unknownWord } from "../../../application/catalog/import-export/unknown-word.js";
import type { ProductStatus } from "../../../domain/catalog/products/product-content.js";
import type { SoldOutPolicy, WeightUnit } from "../../../domain/catalog/variants/variant.js";
import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

const STATUSES: ReadonlyMap<string, ProductStatus> = new Map([
  ["active", "ACTIVE"],
  ["draft", "DRAFT"],
  ["archived", "ARCHIVED"],
]);
const POLICIES: ReadonlyMap<string, SoldOutPolicy> = new Map([
  ["deny", "DENY"],
  ["false", "DENY"],
  ["continue", "CONTINUE"],
  ["true", "CONTINUE"],
]);
const UNITS: ReadonlyMap<string, WeightUnit> = new Map([
  ["g", "GRAMS"],
  ["kg", "KILOGRAMS"],
  ["oz", "OUNCES"],
  ["lb", "POUNDS"],
  ["lbs", "POUNDS"],
]);

/** The unit that a text names, if it names one. */
export const weightUnit = (value: string): WeightUnit | undefined => UNITS.get(value.toLowerCase());

export const readStatus = (
  cells: ProductCells<"status">,
  row: Row,
  value: string,
): ProductStatus | undefined => oneOf(cells, row, "status", value, STATUSES);
export const readPolicy = (
  cells: ProductCells<"policy">,
  row: Row,
  value: string,
): SoldOutPolicy | undefined => oneOf(cells, row, "policy", value, POLICIES);
export const readWeightUnit = (
  cells: ProductCells<"weightUnit">,
  row: Row,
  value: string,
): WeightUnit | undefined => oneOf(cells, row, "weightUnit", value, UNITS);
export const readBoolean = <Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
): boolean | undefined => oneOf(cells, row, column, value, FLAGS);

function oneOf<T, Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
  allowed: ReadonlyMap<string, T>,
): T | undefined {
  const found = allowed.get(value.toLowerCase());
  if (found === undefined)
    cells.defect(row, column, value, unknownWord(value, [...allowed.keys()]));
  return found;
}
