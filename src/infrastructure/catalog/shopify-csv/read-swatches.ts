import type {
  ImageRecord,
  SwatchRecord,
} from "../../../application/catalog/ports/product-record.js";
import { isSwatchColor } from "../../../domain/catalog/options/swatch.js";
import { shortened } from "../../../domain/shared/text.js";
import type { Findings } from "./findings.js";
import type { VariantRow } from "./read-options.js";

const LONGEST_CELL = 40;
const ADDRESS = /^(https?:\/\/|\/media\/)\S+$/i;

interface SwatchesRead {
  readonly swatches: readonly SwatchRecord[];
  /** The images of swatches, each once. */
  readonly images: readonly ImageRecord[];
}

/**
 * The swatches of the values of an option, from the cells beside them: colours, or addresses of images. One cell of
 * a value is enough; a value without any loses its swatch, and one with a wrong cell keeps its stored one.
 * @param column of the swatches; null: the file has none
 */
export const readSwatches = (
  findings: Findings,
  rows: readonly VariantRow[],
  axis: number,
  column: number | null,
): SwatchesRead => {
  if (column === null) return { swatches: [], images: [] };
  const name = findings.header.names[column] ?? null;
  const looks = new Map<string, string | null>();
  const images = new Map<string, ImageRecord>();
  const wrong = new Set<string>();
  for (const { row, optionValues } of rows) {
    const value = optionValues[axis] ?? "";
    const cell = lookIn(findings.at(row, column));
    const known = looks.get(value) ?? null;
    looks.set(value, known);
    if (cell === "" || cell === known) continue;
    if (!isSwatchColor(cell) && !ADDRESS.test(cell)) {
      wrong.add(value);
      findings.warn(row, name, cell, {
        code: "SWATCH_INVALID",
        reason: `"${shortened(cell, LONGEST_CELL)}" is neither a colour nor the address of an image, so "${value}" keeps the swatch that it has.`,
        advice:
          "Write a colour as #RRGGBB, such as #1e90ff, or the whole address of an image, or leave the cell empty.",
      });
    } else if (known === null) {
      looks.set(value, cell);
      if (!isSwatchColor(cell) && !images.has(cell))
        images.set(cell, { location: { line: row.line, column: name }, url: cell, position: null });
    } else
      findings.warn(row, name, cell, {
        code: "SWATCH_DIFFERS",
        reason: `An earlier row gives "${value}" the swatch ${shortened(known, LONGEST_CELL)}, which is imported.`,
        advice: "Use one swatch for a value in all rows of the product, or only in the first.",
      });
  }
  return {
    swatches: [...looks].flatMap(([value, look]) =>
      look === null && wrong.has(value) ? [] : [{ value, ...partOf(look) }],
    ),
    images: [...images.values()],
  };
};

const lookIn = (cell: string): string => {
  const text = cell.trim();
  return ADDRESS.test(text) ? text : text.toLowerCase();
};

const partOf = (look: string | null): Omit<SwatchRecord, "value"> => {
  if (look === null) return {};
  return isSwatchColor(look) ? { color: look } : { imageUrl: look };
};
