import type { Remark } from "../../../application/catalog/files/product-sheet.js";
import type { ProductFileOptions } from "../../../application/catalog/ports.js";
import { COLUMNS, type Field } from "./columns.js";
import type { Header } from "./header.js";
import type { Row } from "./records.js";
import { remark } from "./remark.js";
import { restored } from "./safe-cell.js";

/** How numbers of a file are meant. */
export type NumberStyle = Required<Pick<ProductFileOptions, "currency">> & {
  readonly decimal: "comma" | "point";
  readonly priceUnit: "minor" | "major";
};

type Words = Pick<Remark, "code" | "reason" | "advice">;

/** The cells of one product by what they mean, and what there is to say about them. */
export class Findings {
  readonly defects: Remark[] = [];
  readonly warnings: Remark[] = [];

  constructor(
    readonly header: Header,
    readonly style: NumberStyle,
  ) {}

  has(field: Field): boolean {
    return this.header.at.has(field);
  }

  /** The cell as it was meant; undefined when the file has no such column. */
  cell(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : restored(row.cells[index] ?? "");
  }

  /** The first cell of a product that is filled; empty when all are blank, undefined when the file has no such column. */
  first(
    rows: readonly Row[],
    field: Field,
  ): { readonly row: Row; readonly value: string } | undefined {
    const index = this.header.at.get(field);
    const [top] = rows;
    if (index === undefined || !top) return undefined;
    for (const row of rows) {
      const value = restored(row.cells[index] ?? "");
      if (value !== "") return { row, value };
    }
    return { row: top, value: "" };
  }

  column(field: Field): string {
    return this.header.names[this.header.at.get(field) ?? -1] ?? COLUMNS[field][0];
  }

  defect(row: Row, column: Field | string | null, value: string | null, words: Words): void {
    this.defects.push(this.#remark(row, column, value, words));
  }

  warn(row: Row, column: Field | string | null, value: string | null, words: Words): void {
    this.warnings.push(this.#remark(row, column, value, words));
  }

  #remark(row: Row, column: Field | string | null, value: string | null, words: Words): Remark {
    const name =
      column !== null && Object.hasOwn(COLUMNS, column) ? this.column(column as Field) : column;
    return remark({ ...words, line: row.line, column: name, value });
  }
}
