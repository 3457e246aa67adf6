import type { Row } from "../../shared/csv/records.js";
import type { Findings } from "./findings.js";

const MOST_NAMED = 5;
const LONGEST_CELL = 40;

/**
 * Reports the filled cells of known columns that ended neither in a field nor in an issue. Columns
 * that are ignored as a whole are listed with the file.
 */
export const warnAboutUnusedCells = (findings: Findings, rows: readonly Row[]): void => {
  const { header, used } = findings;
  for (const row of rows) {
    const unused = header.imported.filter(
      (index) => !used.has(row, index) && (row.cells[index] ?? "").trim() !== "",
    );
    const [first] = unused;
    if (first === undefined) continue;
    const named = unused
      .slice(0, MOST_NAMED)
      .map((index) => `"${header.names[index]}" (${shortened(row.cells[index] ?? "")})`);
    const rest = unused.length - named.length;
    findings.warn(row, header.names[first] ?? null, row.cells[first] ?? null, {
      code: "CELLS_IGNORED",
      reason: `Nothing is imported from ${named.join(", ")}${rest > 0 ? ` and ${rest} more cells` : ""}: ${reasonFor(findings, row)}`,
      advice: "Correct the row if these values are needed; otherwise empty the cells.",
    });
  }
};

const shortened = (cell: string): string => {
  const text = cell.trim();
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
};

const reasonFor = ({ variantRows }: Findings, row: Row): string =>
  variantRows.has(row)
    ? "an earlier row of the product has other values, or a cell that belongs to them is missing."
    : "the row is no variant, because it has no option value, SKU or price, or an earlier row of the product has other values.";
