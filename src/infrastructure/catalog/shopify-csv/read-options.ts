import { DEFAULT_OPTION } from "../../../domain/catalog/options/option.js";
import type { Findings } from "./findings.js";
import type { Row } from "../../shared/csv/records.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";
import { hasValueOfVariant } from "./variant-fields.js";

const [DEFAULT_VALUE = ""] = DEFAULT_OPTION.values;

interface OptionsRead {
  /** Absent when the file has no option columns. */
  readonly names: readonly string[] | undefined;
  /** The column of the swatches of each option; null where the file has none. */
  readonly swatchColumns: readonly (number | null)[];
  readonly variants: readonly VariantRow[];
}

export interface VariantRow {
  readonly row: Row;
  readonly optionValues: readonly string[];
}

/**
 * The options of a product and the rows that are variants: those with an option value, a SKU or a
 * price.
 */
export const readOptions = (findings: Findings, rows: readonly Row[]): OptionsRead => {
  const { header } = findings;
  const candidates = rows.filter((row) => hasVariant(findings, row));
  if (header.options.length === 0)
    return {
      names: undefined,
      swatchColumns: [],
      variants: variantRows(findings, rows, candidates).map((row) => ({ row, optionValues: [] })),
    };

  const axes = header.options
    .map(({ name, value, swatch }) => ({
      value,
      swatch,
      name: name === null ? "" : (findings.firstAt(rows, name)?.value ?? ""),
      nameColumn: name,
    }))
    .filter(
      ({ name, value }) => name !== "" || candidates.some((row) => cellAt(row, value) !== ""),
    );
  const hasNoOptions = axes.every(
    ({ name, value }) =>
      (name === "" || name === DEFAULT_OPTION.name) &&
      candidates.every((row) => ["", DEFAULT_VALUE].includes(cellAt(row, value))),
  );
  if (hasNoOptions) {
    for (const row of candidates)
      for (const { value } of axes) if (value !== null) findings.at(row, value);
    return {
      names: [DEFAULT_OPTION.name],
      swatchColumns: [null],
      variants: variantRows(findings, rows, candidates).map((row) => ({
        row,
        optionValues: [DEFAULT_VALUE],
      })),
    };
  }

  const real = candidates.filter((row) => !isDefaultRow(findings, row, axes));
  for (const { name, value, nameColumn } of axes) {
    const [top] = real;
    if (name === "" && top)
      findings.defect(top, header.names[nameColumn ?? value ?? -1] ?? null, cellAt(top, value), {
        code: "OPTION_WITHOUT_NAME",
        reason: "The row has an option value, but the option has no name.",
        advice: "Write the name of the option, such as Size, in the first row of the product.",
      });
    refuseOtherNames(findings, rows, name, nameColumn);
  }
  return {
    names: axes.map(({ name }) => name),
    swatchColumns: axes.map(({ swatch }) => swatch),
    variants: real.map((row) => ({
      row,
      optionValues: axes.map(({ name, value }) => valueOf(findings, row, name, value)),
    })),
  };
};

/** Whether a row is a variant, or would be one with its cells in the right columns. */
export const hasVariant = (findings: Findings, row: Row): boolean =>
  Boolean(findings.peek(row, "sku") || findings.peek(row, "price")) ||
  findings.header.options.some(({ value }) => cellAt(row, value) !== "");

/** Without such a row, a row with a weight or a quantity is the only variant of its product. */
function variantRows(
  findings: Findings,
  rows: readonly Row[],
  candidates: readonly Row[],
): readonly Row[] {
  if (candidates.length > 0) return candidates;
  return rows
    .filter((row) => hasValueOfVariant(findings, row) || hasFieldOfVariant(findings, row))
    .slice(0, 1);
}

const hasFieldOfVariant = ({ header }: Findings, { cells }: Row): boolean =>
  header.metafields.some(
    ({ owner, index }) => owner === "VARIANT" && (cells[index] ?? "").trim() !== "",
  );

/**
 * Some tools begin every product with the row `Default Title`, even with other options: that row is
 * not a variant.
 */
function isDefaultRow(
  findings: Findings,
  row: Row,
  axes: readonly { readonly value: number | null }[],
): boolean {
  const values = axes.map(({ value }) => cellAt(row, value)).filter((value) => value !== "");
  if (
    values.length !== 1 ||
    values[0] !== DEFAULT_VALUE ||
    findings.peek(row, "sku") ||
    findings.peek(row, "price")
  )
    return false;
  for (const { value } of axes) if (value !== null) findings.at(row, value);
  findings.warn(row, null, DEFAULT_VALUE, {
    code: "DEFAULT_TITLE_ROW",
    reason: `The product has other options, so its row "${DEFAULT_VALUE}" is not imported as a variant.`,
    advice:
      "Nothing needs to be done. To avoid this warning, leave the option value of that row empty.",
  });
  return true;
}

function refuseOtherNames(
  findings: Findings,
  rows: readonly Row[],
  name: string,
  column: number | null,
): void {
  for (const row of rows) {
    const other = cellAt(row, column);
    if (other !== "" && other !== name)
      findings.defect(row, findings.header.names[column ?? -1] ?? null, other, {
        code: "OPTION_NAME_CHANGES",
        reason: `The option is called "${name}" in an earlier row and "${other}" in this one.`,
        advice: "Use one name for the option in all rows of the product, or only in the first.",
      });
  }
}

function valueOf(findings: Findings, row: Row, name: string, column: number | null): string {
  const value = column === null ? "" : findings.at(row, column);
  if (value === "")
    findings.defect(row, findings.header.names[column ?? -1] ?? null, null, {
      code: "OPTION_VALUE_MISSING",
      reason: `The variant has no value for the option "${name}".`,
      advice: "Fill in the cell, or leave SKU and price empty if the row is not a variant.",
    });
  return value;
}

const cellAt = (row: Row, index: number | null): string =>
  index === null ? "" : fromSafeCell(row.cells[index] ?? "");
