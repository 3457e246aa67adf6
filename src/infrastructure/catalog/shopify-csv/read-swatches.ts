import type { SwatchRecord } from "../../../application/catalog/ports/product-record.js";
import { isSwatchColor } from "../../../domain/catalog/options/swatch.js";
import { shortened } from "../../../domain/shared/text.js";
import type { Findings } from "./findings.js";
import type { VariantRow } from "./read-options.js";

const LONGEST_CELL = 40;

/**
 * The swatches of the values of an option, from the cells beside them. One cell of a value is enough; a value
 * without any loses its swatch, and one with a wrong cell keeps its stored one.
 * @param column of the swatches; null: the file has none
 */
export const readSwatches = (
  findings: Findings,
  rows: readonly VariantRow[],
  axis: number,
  column: number | null,
): readonly SwatchRecord[] => {
  if (column === null) return [];
  const colors = new Map<string, string | null>();
  const wrong = new Set<string>();
  for (const { row, optionValues } of rows) {
    const value = optionValues[axis] ?? "";
    const cell = findings.at(row, column).trim().toLowerCase();
    const known = colors.get(value) ?? null;
    colors.set(value, known);
    if (cell === "" || cell === known) continue;
    const name = findings.header.names[column] ?? null;
    if (!isSwatchColor(cell)) {
      wrong.add(value);
      findings.warn(row, name, cell, {
        code: "SWATCH_INVALID",
        reason: `"${shortened(cell, LONGEST_CELL)}" is not a colour, so "${value}" keeps the swatch that it has.`,
        advice: "Write the colour as #RRGGBB, such as #1e90ff, or leave the cell empty.",
      });
    } else if (known === null) colors.set(value, cell);
    else
      findings.warn(row, name, cell, {
        code: "SWATCH_DIFFERS",
        reason: `An earlier row gives "${value}" the swatch ${known}, which is imported.`,
        advice: "Use one colour for a value in all rows of the product, or only in the first.",
      });
  }
  return [...colors].flatMap(([value, color]) =>
    color === null && wrong.has(value) ? [] : [{ value, color }],
  );
};
