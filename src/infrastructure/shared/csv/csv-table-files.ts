import type { FileFormatOptions, ImportIssue } from "../../../application/shared/file-format.js";
import type {
  TableFile,
  TableFiles,
  TableKind,
  TableRow,
} from "../../../application/shared/table-files.js";
import { changeDetector } from "./change-detector.js";
import { csvLine, PIECE_LENGTH } from "./csv-line.js";
import { importIssue, unusableFile } from "./import-issue.js";
import { NumberNotation } from "./number-notation.js";
import { recogniseDialect } from "./recognise-dialect.js";
import { records, type Layout, type Row } from "./records.js";
import { fromSafeCell, safeCell } from "./safe-cell.js";
import { fieldsByName, tableHeader, type TableHeader } from "./table-header.js";
import { toDecimal, type DecimalStyle } from "./to-decimal.js";
import { headerOf, withoutHeader } from "./without-header.js";

/** Files with one record in each row. A file is read twice: once to check it, once to stream it. */
export class CsvTableFiles implements TableFiles {
  async open<Field extends string>(
    path: string,
    kind: TableKind<Field>,
    options: FileFormatOptions,
  ): Promise<TableFile<Field>> {
    const ensureUnchanged = await changeDetector(path);
    const known = fieldsByName(kind);
    const { dialect, encoding, hasSeparatorLine } = await recogniseDialect(path, options, {
      name: kind.name,
      example: written(kind)
        .map(({ name }) => name)
        .join(","),
      countKnownColumns: (cells) => cells.filter((cell) => known(cell) !== undefined).length,
    });
    const { delimiter } = dialect;
    const layout: Layout = {
      encoding,
      delimiter,
      lineEnd: options.lineEnd ?? null,
      hasSeparatorLine,
    };
    const header = tableHeader(path, (await headerOf(records(path, layout)))?.cells ?? [], kind);
    const notation = new NumberNotation();
    let rows = 0;
    for await (const some of withoutHeader(records(path, layout))) {
      rows += some.length;
      for (const row of some) addNumbers(notation, header, kind, row);
    }
    if (rows === 0)
      throw unusableFile(path, {
        code: "NO_ROWS",
        reason: "The file has a header, but no rows.",
        advice: "Export it again. If a spreadsheet shows rows, check its filter and its sheet.",
      });
    const read = rowReader(header, kind, notation.style(path, options.decimal));
    return {
      path,
      dialect,
      rows,
      columns: header.columns,
      unknownColumns: header.unknown,
      async *batches() {
        for await (const some of withoutHeader(records(path, layout))) yield some.map(read);
        await ensureUnchanged();
      },
    };
  }

  /** UTF-8 without a byte order mark, as in RFC 4180. Texts are no formulas to a spreadsheet. */
  async *text<Field extends string>(
    kind: TableKind<Field>,
    rows: AsyncIterable<Readonly<Partial<Record<Field, string>>>>,
  ): AsyncGenerator<string> {
    const columns = written(kind);
    let piece = csvLine(columns.map(({ name }) => safeCell(name)));
    for await (const row of rows) {
      piece += csvLine(
        columns.map(({ field, isNumber }) =>
          isNumber ? (row[field] ?? "") : safeCell(row[field] ?? ""),
        ),
      );
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = "";
    }
    if (piece !== "") yield piece;
  }
}

const written = <Field extends string>({ columns }: TableKind<Field>) =>
  (Object.keys(columns) as Field[]).map((field) => ({
    field,
    name: columns[field]?.names[0] ?? field,
    isNumber: columns[field]?.isNumber === true,
  }));

const addNumbers = <Field extends string>(
  notation: NumberNotation,
  { names, at }: TableHeader<Field>,
  { columns }: TableKind<Field>,
  { line, cells }: Row,
): void => {
  const cell = (field: Field): string => fromSafeCell(cells[at.get(field) ?? -1] ?? "");
  for (const [field, index] of at) {
    const column = columns[field];
    if (column?.isNumber)
      notation.add(
        cell(field),
        line,
        names[index] ?? null,
        column.hasThreeDecimals?.(cell) ?? false,
      );
  }
};

const rowReader =
  <Field extends string>(
    { names, at, columns }: TableHeader<Field>,
    kind: TableKind<Field>,
    style: DecimalStyle,
  ) =>
  ({ line, cells: raw }: Row): TableRow<Field> => {
    const cells: Partial<Record<Field, string>> = {};
    const defects: ImportIssue[] = raggedness(names, line, raw);
    for (const [field, index] of at) {
      const text = fromSafeCell(raw[index] ?? "");
      const isNumber = kind.columns[field]?.isNumber === true && text !== "";
      const decimal = isNumber ? toDecimal(text, style) : text;
      cells[field] = decimal ?? text;
      // With a decimal point what is no number is refused by the rules of its field.
      if (decimal !== null || (style.decimal === "point" && style.isSettled)) continue;
      defects.push(
        importIssue({
          code: "INVALID_NUMBER",
          line,
          column: columns[field] ?? null,
          value: text,
          reason: `"${text}" is not a number with a decimal ${style.decimal}.`,
          advice: `Write digits and a ${style.decimal}, such as ${style.decimal === "comma" ? "1234,50" : "1234.50"}, in every row.`,
        }),
      );
    }
    return { line, cells, defects };
  };

/** Values may be in wrong columns. Blank cells after the last column are allowed. */
const raggedness = (
  names: readonly string[],
  line: number,
  cells: readonly string[],
): ImportIssue[] =>
  cells.length < names.length || cells.slice(names.length).some((cell) => cell.trim() !== "")
    ? [
        importIssue({
          code: "RAGGED_ROW",
          line,
          reason: `The row has ${cells.length} cells where the header has ${names.length}, so values may be in wrong columns.`,
          advice:
            cells.length < names.length
              ? "Find and add the missing cell. An empty cell needs a delimiter too."
              : "Find the text that contains the delimiter, and put it in quotation marks.",
        }),
      ]
    : [];
