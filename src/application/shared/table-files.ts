import type { Dialect, FileFormatOptions, ImportIssue } from "./file-format.js";

interface TableColumn<Field extends string> {
  /** The name that is written, then other names that are read. */
  readonly names: readonly [string, ...string[]];
  /** Whether its cells are decimals, which may be written with a comma. */
  readonly isNumber?: true;
  /**
   * Whether three digits after a separator can only be decimals, because there are no thousands or
   * three decimals are usual. @param cell the text of a cell of the same row
   */
  readonly hasThreeDecimals?: (cell: (field: Field) => string) => boolean;
  /** Whether a file without it cannot be used. */
  readonly isRequired?: true;
}

/** A kind of files with one record in each row. */
export interface TableKind<Field extends string> {
  /** For people: a price list file. */
  readonly name: string;
  readonly columns: { readonly [Name in Field]?: TableColumn<Field> };
  /** The field of a column that has none of these names, such as that of a custom field. */
  readonly fieldOf?: (name: string) => Field | null;
}

export interface TableRow<Field extends string> {
  readonly line: number;
  /** The texts of the cells. A field without a column is absent, a blank cell is empty. */
  readonly cells: Readonly<Partial<Record<Field, string>>>;
  /** With defects the row must not be imported. */
  readonly defects: readonly ImportIssue[];
}

export interface TableFile<Field extends string> {
  readonly path: string;
  readonly dialect: Dialect;
  /** The number of rows without the header and without empty rows. */
  readonly rows: number;
  /** The names of the columns in the file. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Columns without a meaning here. */
  readonly unknownColumns: readonly string[];
  /** Streams the rows, several at once. Can be called several times. */
  batches(): AsyncIterable<readonly TableRow<Field>[]>;
}

/** Reads and writes files with one record in each row. */
export interface TableFiles {
  /** @throws UnusableFile */
  open<Field extends string>(
    path: string,
    kind: TableKind<Field>,
    options: FileFormatOptions,
  ): Promise<TableFile<Field>>;
  /** The text of a file, in pieces. A cell that is left out is blank. */
  text<Field extends string>(
    kind: TableKind<Field>,
    rows: AsyncIterable<Readonly<Partial<Record<Field, string>>>>,
  ): AsyncIterable<string>;
}
