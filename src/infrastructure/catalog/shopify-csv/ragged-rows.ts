import { COLUMNS, type Field } from "./columns.js";
import type { Findings } from "./findings.js";
import type { Header } from "./header.js";
import type { Row } from "./records.js";

const ADDRESS = /^(https?:\/\/|\/media\/)/i;
const LOOKS: Partial<Readonly<Record<Field, RegExp>>> = {
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
 * Says which rows have more or fewer cells than the header has columns. Their values may stand under the wrong column,
 * and nobody can tell where a cell is missing. Blank cells beyond the last column do no harm.
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
    const slipped = firstSlipped(header, row);
    findings.defect(row, slipped?.column ?? null, slipped?.value ?? null, {
      code: "RAGGED_ROW",
      reason: `The row has ${row.cells.length} cells where the header has ${header.names.length}, so values stand in wrong columns${slipped ? `: "${slipped.value}" under "${slipped.column}" looks like "${slipped.belongs}"` : ""}.`,
      advice:
        row.cells.length < header.names.length
          ? "Look for the missing cell (a delimiter too few) and add it; an empty cell needs its delimiter too."
          : "Look for a text that holds the delimiter, and put it into quotation marks.",
    });
  }
  return ragged.length > 0;
};

function firstSlipped(
  header: Header,
  { cells }: Row,
): { readonly value: string; readonly column: string; readonly belongs: string } | null {
  const looks = new Map([...header.at].map(([field, index]) => [index, LOOKS[field]] as const));
  const step = cells.length < header.names.length ? 1 : -1;
  for (const [index, cell] of cells.entries()) {
    const [own, next] = [looks.get(index), looks.get(index + step)];
    if (cell !== "" && next?.test(cell) && !own?.test(cell))
      return {
        value: cell,
        column: header.names[index] ?? "",
        belongs: header.names[index + step] ?? COLUMNS.title[0],
      };
  }
  return null;
}
