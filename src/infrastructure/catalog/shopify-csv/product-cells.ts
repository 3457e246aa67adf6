import type { ProductFileOptions } from "../../../application/catalog/ports/product-files.js";
import type { ImportIssue } from "../../../application/shared/file-format.js";
import type { Row } from "../../shared/csv/records.js";
import type { DecimalStyle } from "../../shared/csv/to-decimal.js";

/** The number format of a file. */
export type NumberStyle = Required<Pick<ProductFileOptions, "currency">> &
  DecimalStyle & {
    /** Whether the caller has set the decimal separator. */
    readonly isForced: boolean;
    readonly priceUnit: "minor" | "major";
  };

export type IssueText = Pick<ImportIssue, "code" | "reason" | "advice">;

/** The cells of one product by their column, and the issues of its rows. */
export interface ProductCells<Column extends string> {
  readonly style: NumberStyle;
  has(column: Column): boolean;
  /**
   * The text of a cell, which ends in a field or in an issue; undefined when the file has no such
   * column.
   */
  cell(row: Row, column: Column): string | undefined;
  /** The text of a cell that may still end nowhere. */
  peek(row: Row, column: Column): string | undefined;
  /** `cell` as it is in the file. */
  rawCell(row: Row, column: Column): string | undefined;
  /**
   * The first cell of a product with a text; empty when all are blank, undefined when the file has
   * no such column.
   */
  first(
    rows: readonly Row[],
    column: Column,
  ): { readonly row: Row; readonly value: string } | undefined;
  defect(row: Row, column: Column | null, value: string | null, text: IssueText): void;
  warn(row: Row, column: Column | null, value: string | null, text: IssueText): void;
}
