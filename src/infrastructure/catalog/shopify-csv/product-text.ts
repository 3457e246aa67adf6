import type { ProductFileShape } from "../../../application/catalog/ports/product-files.js";
import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import { csvLine, PIECE_LENGTH } from "../../shared/csv/csv-line.js";
import { exportColumns, type Column } from "./export-columns.js";

/**
 * Products as a CSV file with the current headers of Shopify, as in RFC 4180: commas, CRLF,
 * quotation marks where needed. Stored as UTF-8 without a byte order mark, as by Shopify.
 */
export async function* productText(
  shape: ProductFileShape,
  records: AsyncIterable<ProductRecord>,
): AsyncGenerator<string> {
  const columns = exportColumns(shape);
  let piece = csvLine(columns.map(({ name }) => name));
  for await (const record of records) {
    for (let row = 0; row < rowsOf(record); row++)
      piece += csvLine(columns.map((column) => cell(column, record, row)));
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/**
 * A product has a row for each variant; its images are in the same rows, and the remaining ones in
 * more rows.
 */
const rowsOf = ({ variants, images }: ProductRecord): number =>
  Math.max(1, variants.length, images.length);

function cell({ of }: Column, record: ProductRecord, row: number): string {
  if ("handle" in of) return of.handle(record);
  if ("product" in of) return row === 0 ? of.product(record) : "";
  if ("variant" in of) {
    const variant = record.variants[row];
    return variant ? of.variant(variant, record) : "";
  }
  const image = record.images[row];
  return image ? of.image(image) : "";
}
