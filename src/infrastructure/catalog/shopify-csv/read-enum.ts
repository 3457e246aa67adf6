import type { ProductStatus } from "../../../domain/catalog/products/product-content.js";
import type { SoldOutPolicy, WeightUnit } from "../../../domain/catalog/variants/variant.js";
import type { ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";

const STATUSES: Readonly<Record<string, ProductStatus>> = {
  active: "ACTIVE",
  draft: "DRAFT",
  archived: "ARCHIVED",
};
const POLICIES: Readonly<Record<string, SoldOutPolicy>> = {
  deny: "DENY",
  false: "DENY",
  continue: "CONTINUE",
  true: "CONTINUE",
};
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  "1": true,
  false: false,
  no: false,
  "0": false,
};
const UNITS: Readonly<Record<string, WeightUnit>> = {
  g: "GRAMS",
  kg: "KILOGRAMS",
  oz: "OUNCES",
  lb: "POUNDS",
  lbs: "POUNDS",
};

/** The unit that a text names, if it names one. */
export const weightUnit = (value: string): WeightUnit | undefined =>
  Object.hasOwn(UNITS, value.toLowerCase()) ? UNITS[value.toLowerCase()] : undefined;

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
): boolean | undefined => oneOf(cells, row, column, value, BOOLEANS);

function oneOf<T, Column extends string>(
  cells: ProductCells<Column>,
  row: Row,
  column: Column,
  value: string,
  allowed: Readonly<Record<string, T>>,
): T | undefined {
  const key = value.toLowerCase();
  if (Object.hasOwn(allowed, key)) return allowed[key];
  cells.defect(row, column, value, {
    code: "UNKNOWN_VALUE",
    reason: `"${value}" is not one of ${Object.keys(allowed).join(", ")}.`,
    advice:
      "Write one of these words, or check whether the cells of the row are in the wrong columns.",
  });
  return undefined;
}
