import { COLUMNS, type Field } from "./columns.js";
import type { Findings } from "./findings.js";
import type { Header } from "./header.js";
import type { Row } from "../../shared/csv/records.js";

const ADDRESS = /^(https?:\/\/|\/media\/)/i;
const PATTERNS: Partial<Readonly<Record<Field, RegExp>>> = {
  status: /^(active|draft|archived)$/i,
  weightUnit: /^(g|kg|oz|lbs?)$/i,
  policy: /^(deny|continue)$/i,
  imageUrl: ADDRESS,
  variantImage: ADDRESS,
  giftCard: /^(true|false)$/i,
  taxable: /^(true|false)$/i,
  requiresShipping: /^(true|false)$/i,
};

/**
 * Reports the rows that have more or fewer cells than the header has columns, because their values
 * may be in wrong columns. Blank cells after the last column are allowed.
 * @returns whether there is one
 */
export const refuseRaggedRows = (findings: Findings, rows: readonly Row[]): boolean => {
  const { header } = findings;
  const ragged = rows.filter(
    ({ cells }) =>
      cells.length < header.names.length ||
      cells.slice(header.names.length).some((cell) => cell.trim() !== ""),
  );
  for (const row of ragged) {
    const shifted = firstShifted(header, row);
    findings.defect(row, shifted?.column ?? null, shifted?.value ?? null, {
      code: "RAGGED_ROW",
      reason: `The row has ${row.cells.length} cells where the header has ${header.names.length}, so values are in wrong columns${shifted ? `: "${shifted.value}" in "${shifted.column}" looks like "${shifted.belongs}"` : ""}.`,
      advice:
        row.cells.length < header.names.length
          ? "Find and add the missing cell. An empty cell needs a delimiter too."
          : "Find the text that contains the delimiter, and put it in quotation marks.",
    });
  }
  return ragged.length > 0;
};

function firstShifted(
  header: Header,
  { cells }: Row,
): { readonly value: string; readonly column: string; readonly belongs: string } | null {
  const patterns = new Map(
    [...header.at].map(([field, index]) => [index, PATTERNS[field]] as const),
  );
  const step = cells.length < header.names.length ? 1 : -1;
  for (const [index, cell] of cells.entries()) {
    const [own, next] = [patterns.get(index), patterns.get(index + step)];
    if (cell !== "" && next?.test(cell) && !own?.test(cell))
      return {
        value: cell,
        column: header.names[index] ?? "",
        belongs: header.names[index + step] ?? COLUMNS.title[0],
      };
  }
  return null;
}
