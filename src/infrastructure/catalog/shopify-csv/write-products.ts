import type { ProductFileShape } from "../../../application/catalog/ports.js";
import type { ProductSheet } from "../../../application/catalog/files/product-sheet.js";
import { columnsFor, type Column } from "./written-columns.js";

const PIECE = 65_536;

/**
 * Products as a CSV file with the current headers of Shopify, in the form of RFC 4180: commas, CRLF, quotation marks where
 * they are needed. To be stored as UTF-8 without a byte order mark, as Shopify does.
 */
export async function* productText(
  shape: ProductFileShape,
  sheets: AsyncIterable<ProductSheet>,
): AsyncGenerator<string> {
  const columns = columnsFor(shape);
  let piece = line(columns.map(({ name }) => name));
  for await (const sheet of sheets) {
    for (let row = 0; row < rowsOf(sheet); row++)
      piece += line(columns.map((column) => cell(column, sheet, row)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** A product has a row for each variant; images stand beside them, those that are left in rows of their own. */
const rowsOf = ({ variants, images }: ProductSheet): number =>
  Math.max(1, variants.length, images.length);

function cell({ of }: Column, sheet: ProductSheet, row: number): string {
  if ("handle" in of) return of.handle(sheet);
  if ("product" in of) return row === 0 ? of.product(sheet) : "";
  if ("variant" in of) {
    const variant = sheet.variants[row];
    return variant ? of.variant(variant) : "";
  }
  const image = sheet.images[row];
  return image ? of.image(image) : "";
}

const line = (cells: readonly string[]): string =>
  `${cells.map((text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}\r\n`;
