import type { ImportIssue } from "../../../application/shared/file-format.js";
import { COLUMNS, type Field } from "./columns.js";
import type { Header } from "./header.js";
import type { IssueText, NumberStyle, ProductCells } from "./product-cells.js";
import type { Row } from "../../shared/csv/records.js";
import { importIssue } from "../../shared/csv/import-issue.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";
import { UsedCells } from "./used-cells.js";

/** Reads the cells of one product by their meaning, and collects the issues of its rows. */
export class Findings implements ProductCells<Field> {
  readonly defects: ImportIssue[] = [];
  readonly warnings: ImportIssue[] = [];
  readonly used = new UsedCells();
  /** The rows that are variants. */
  variantRows: ReadonlySet<Row> = new Set();

  constructor(
    readonly header: Header,
    readonly style: NumberStyle,
  ) {}

  has(field: Field): boolean {
    return this.header.at.has(field);
  }

  cell(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : this.at(row, index);
  }

  peek(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : fromSafeCell(row.cells[index] ?? "");
  }

  rawCell(row: Row, field: Field): string | undefined {
    const index = this.header.at.get(field);
    if (index === undefined) return undefined;
    this.used.add(row, index);
    return row.cells[index] ?? "";
  }

  first(
    rows: readonly Row[],
    field: Field,
  ): { readonly row: Row; readonly value: string } | undefined {
    const index = this.header.at.get(field);
    return index === undefined ? undefined : this.firstAt(rows, index);
  }

  /** `cell` by the index of the column. */
  at(row: Row, index: number): string {
    this.used.add(row, index);
    return fromSafeCell(row.cells[index] ?? "");
  }

  /** `first` by the index of the column. Later cells with the same text end in the field too. */
  firstAt(
    rows: readonly Row[],
    index: number,
  ): { readonly row: Row; readonly value: string } | undefined {
    const [top] = rows;
    let found: { readonly row: Row; readonly value: string } | undefined;
    for (const row of rows) {
      const cell = row.cells[index] ?? "";
      const value = cell === "" ? "" : fromSafeCell(cell);
      if (value === "") continue;
      found ??= { row, value };
      if (value === found.value) this.used.add(row, index);
    }
    return found ?? (top && { row: top, value: "" });
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
