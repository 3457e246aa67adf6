import { milligrams } from "../../../domain/catalog/variants/milligrams.js";
import type { WeightUnit } from "../../../domain/catalog/variants/variant.js";
import type { Field } from "./columns.js";
import type { Findings } from "./findings.js";
import type { Row } from "./records.js";
import { toDecimal } from "./to-decimal.js";

/** In milligrams, from the column in grams or from the one in the display unit. */
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
    reason: "The weight has no unit, so it is not imported.",
    advice: `Add the column "Variant Weight Unit" with g, kg, oz or lb.`,
  });
  return undefined;
};

export function weight(
  findings: Findings,
  row: Row,
  field: Field,
  value: string,
  unit: WeightUnit,
): number | null {
  const decimal = toDecimal(value, findings.style);
  const found = decimal === null ? null : milligrams(decimal, unit);
  if (found === null)
    findings.defect(row, field, value, {
      code: "INVALID_WEIGHT",
      reason: `"${value}" is not a weight.`,
      advice: `Write a number of at least zero, with a decimal ${findings.style.decimal}.`,
    });
  return found;
}
