import { milligrams } from "../../../domain/catalog/weight.js";
import type { ProductStatus } from "../../../domain/catalog/product.js";
import type { SoldOutPolicy, WeightUnit } from "../../../domain/catalog/variant.js";
import { fractionDigits } from "../../../domain/shared/currency.js";
import { InvalidAmount, Money } from "../../../domain/shared/money.js";
import type { Field } from "./columns.js";
import type { Findings, NumberStyle } from "./findings.js";
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

/** Whole pieces; null for a blank cell or one that is no number, which is then a defect. */
export const readQuantity = (findings: Findings, row: Row, value: string): number | null => {
  if (value === "") return null;
  const [, whole] = /^(-?\d{1,15})(?:[.,]0+)?$/.exec(value) ?? [];
  if (whole !== undefined) return Number(whole);
  findings.defect(row, "quantity", value, {
    code: "INVALID_QUANTITY",
    reason: `"${value}" is not a number of pieces.`,
    advice: "Write a whole number, such as 12, or leave the cell empty.",
  });
  return null;
};

/** An amount as a decimal with a point and all digits of the currency. */
export const readPrice = (
  findings: Findings,
  row: Row,
  field: Field,
  value: string,
): string | null => {
  if (value === "") return null;
  const { currency, priceUnit } = findings.style;
  try {
    if (priceUnit === "minor") return Money.of(minorUnits(value), currency).toDecimal();
    const decimal = withPoint(value, findings.style);
    if (decimal !== null) return Money.parse(decimal, currency).toDecimal();
  } catch (error) {
    if (!(error instanceof InvalidAmount || error instanceof RangeError)) throw error;
  }
  findings.defect(row, field, value, {
    code: "INVALID_PRICE",
    reason: `"${value}" is not a price in ${currency}.`,
    advice: adviceForPrice(value, findings.style),
  });
  return null;
};

/** Whole milligrams, from the column in grams or from the one in the unit of display. */
export const readWeight = (
  findings: Findings,
  row: Row,
  unit: WeightUnit | undefined,
): number | null | undefined => {
  const inGrams = findings.cell(row, "grams");
  if (inGrams) return weight(findings, row, "grams", inGrams, "GRAMS");
  const inUnits = findings.cell(row, "weight");
  if (!inUnits) return inGrams === undefined && inUnits === undefined ? undefined : null;
  if (unit) return weight(findings, row, "weight", inUnits, unit);
  findings.warn(row, "weight", inUnits, {
    code: "WEIGHT_WITHOUT_UNIT",
    reason: "The weight has no unit, so it is left out.",
    advice: `Add the column "Variant Weight Unit" with g, kg, oz or lb.`,
  });
  return undefined;
};

/** A decimal with a point, whatever the file uses; null when it is none. */
export const withPoint = (
  value: string,
  { decimal }: Pick<NumberStyle, "decimal">,
): string | null => {
  if (decimal === "point")
    return /^-?(?:\d+\.?\d*|\.\d+)$/.test(value)
      ? value.replace(/^(-?)\./, "$10.").replace(/\.$/, "")
      : null;
  return /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(value)
    ? value.replaceAll(".", "").replace(",", ".")
    : null;
};

export const looksLikeDecimalComma = (value: string): boolean =>
  /^-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}$/.test(value);

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
      "Write one of these words, or check whether the cells of the row have slipped into the wrong columns.",
  });
  return undefined;
}

function weight(
  findings: Findings,
  row: Row,
  field: Field,
  value: string,
  unit: WeightUnit,
): number | null {
  const decimal = withPoint(value, findings.style);
  const found = decimal === null ? null : milligrams(decimal, unit);
  if (found === null)
    findings.defect(row, field, value, {
      code: "INVALID_WEIGHT",
      reason: `"${value}" is not a weight.`,
      advice: `Write a number that is not below zero, with a decimal ${findings.style.decimal}.`,
    });
  return found;
}

function minorUnits(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new RangeError("not whole");
  return Number(value);
}

function adviceForPrice(value: string, { priceUnit, decimal, currency }: NumberStyle): string {
  if (priceUnit === "minor")
    return "With --price-unit minor every price is a whole number of the smallest unit, such as 1290 for 12.90.";
  if (decimal === "point" && looksLikeDecimalComma(value))
    return `When the comma stands before the cents, import with --decimal comma; otherwise write ${value.replaceAll(".", "").replace(",", ".")}.`;
  const example = decimal === "comma" ? "1234,50" : "1234.50";
  return `Write digits and at most ${fractionDigits(currency)} decimals, such as ${fractionDigits(currency) === 0 ? "1234" : example}, without a currency sign and without separators between thousands.`;
}
