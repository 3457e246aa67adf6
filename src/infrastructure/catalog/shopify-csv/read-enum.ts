import type { ProductStatus } from "../../../domain/catalog/products/product-content.js";
import type { SoldOutPolicy, WeightUnit } from "../../../domain/catalog/variants/variant.js";
import type { Field } from "./columns.js";
import type { Findings } from "./findings.js";
import type { Row } from "./records.js";

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

export const readStatus = (
  findings: Findings,
  row: Row,
  value: string,
): ProductStatus | undefined => oneOf(findings, row, "status", value, STATUSES);
export const readPolicy = (
  findings: Findings,
  row: Row,
  value: string,
): SoldOutPolicy | undefined => oneOf(findings, row, "policy", value, POLICIES);
export const readWeightUnit = (
  findings: Findings,
  row: Row,
  value: string,
): WeightUnit | undefined => oneOf(findings, row, "weightUnit", value, UNITS);
export const readBoolean = (
  findings: Findings,
  row: Row,
  field: Field,
  value: string,
): boolean | undefined => oneOf(findings, row, field, value, BOOLEANS);

function oneOf<T>(
  findings: Findings,
  row: Row,
  field: Field,
  value: string,
  allowed: Readonly<Record<string, T>>,
): T | undefined {
  const key = value.toLowerCase();
  if (Object.hasOwn(allowed, key)) return allowed[key];
  findings.defect(row, field, value, {
    code: "UNKNOWN_VALUE",
    reason: `"${value}" is not one of ${Object.keys(allowed).join(", ")}.`,
    advice:
      "Write one of these words, or check whether the cells of the row are in the wrong columns.",
  });
  return undefined;
}
