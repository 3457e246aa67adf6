import type { ImportIssue } from "../../../application/shared/file-format.js";
import { COLUMNS, type Field } from "./columns.js";
import type { Header } from "./header.js";
import type { IssueText, NumberStyle, ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";
import { importIssue } from "../../shared/csv/import-issue.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

/** Reads the cells of one product by their meaning, and collects the issues of its rows. */
export class Findings implements ProductCells<Field> {
  readonly defects: ImportIssue[] = [];
  readonly warnings: ImportIssue[] = [];

  constructor(
    readonly header: Header,
    readonly style: NumberStyle,
  ) {}

  has(field: Field): boolean {
    return this.header.at.has(field);
  }

  cell(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : fromSafeCell(row.cells[index] ?? "");
  }

  rawCell(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : (row.cells[index] ?? "");
  }

  first(
    rows: readonly Row[],
    field: Field,
  ): { readonly row: Row; readonly value: string } | undefined {
    const index = this.header.at.get(field);
    const [top] = rows;
    if (index === undefined || !top) return undefined;
    for (const row of rows) {
      const value = fromSafeCell(row.cells[index] ?? "");
      if (value !== "") return { row, value };
    }
    return { row: top, value: "" };
  }

  column(field: Field): string {
    return this.header.names[this.header.at.get(field) ?? -1] ?? COLUMNS[field][0];
  }

  defect(row: Row, column: Field | string | null, value: string | null, text: IssueText): void {
    this.defects.push(this.#issue(row, column, value, text));
  }

  warn(row: Row, column: Field | string | null, value: string | null, text: IssueText): void {
    this.warnings.push(this.#issue(row, column, value, text));
  }

  #issue(
    row: Row,
    column: Field | string | null,
    value: string | null,
    text: IssueText,
  ): ImportIssue {
    const name =
      column !== null && Object.hasOwn(COLUMNS, column) ? this.column(column as Field) : column;
    return importIssue({ ...text, line: row.line, column: name, value });
  }
}
