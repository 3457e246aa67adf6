import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import iconv from "iconv-lite";
import { CsvError, parse, type InfoRecord } from "csv-parse";
import type { LineEnd } from "../../../application/shared/file-format.js";
import type { Encoding } from "./detect-encoding.js";
import { unusableFile } from "./import-issue.js";

/** One record, with the line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Layout {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Null for any line ends, also mixed ones. */
  readonly lineEnd: LineEnd | null;
  /** Whether the first line only names the delimiter, and is no record. */
  readonly hasSeparatorLine: boolean;
}

const BREAKS: Readonly<Record<LineEnd, string>> = { LF: "\n", CRLF: "\r\n", CR: "\r" };
// After an unclosed quotation mark the rest of the file is one record, which must not fill the
// memory.
const LARGEST_RECORD = 4_000_000;
const BYTES_AT_ONCE = 65_536;

/**
 * Streams the records of a file, the header included, blank lines left out. Several at once: to
 * wait for each would cost an import more than to parse it.
 * @throws UnusableFile for broken quotation marks
 */
export async function* records(
  path: string,
  { encoding, delimiter, lineEnd, hasSeparatorLine }: Layout,
): AsyncGenerator<readonly Row[]> {
  let line = 1;
  let [rows, end]: [Row[], number] = [[], BYTES_AT_ONCE];
  // Counted while parsing, because records before an error may never be read.
  const collected = (cells: readonly string[], { bytes }: InfoRecord): readonly Row[] | null => {
    const isRecord = !(line === 1 && hasSeparatorLine) && cells.some((cell) => cell !== "");
    if (isRecord) rows.push({ line, cells });
    line += 1 + breaksInside(cells);
    if (bytes < end) return null;
    const some = rows;
    [rows, end] = [[], bytes + BYTES_AT_ONCE];
    return some;
  };
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: lineEnd ? BREAKS[lineEnd] : ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: LARGEST_RECORD,
    on_record: collected as unknown as (record: string[], info: InfoRecord) => string[],
  });
  // A pipeline closes the file too when the reader stops early, and passes its errors on.
  pipeline([createReadStream(path), ...decoder(encoding), parser], () => undefined);
  try {
    for await (const some of parser) yield some as readonly Row[];
    yield rows;
  } catch (error) {
    if (error instanceof CsvError) throw unusableFile(path, { line, ...textFor(error) });
    const { syscall, code = "" } = error as NodeJS.ErrnoException;
    if (syscall !== undefined)
      throw unusableFile(path, {
        line,
        code: "UNREADABLE_FILE",
        reason: `The file cannot be read after this line (${code}).`,
        advice: "Check the disk and the permissions, and import the file again.",
      });
    throw error;
  }
}

// The parser reads UTF-8.
const decoder = ({ name }: Encoding): readonly NodeJS.ReadWriteStream[] =>
  /^utf-?8$/i.test(name) ? [] : [iconv.decodeStream(name)];

function breaksInside(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r"))
      breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return breaks;
}

function textFor(error: CsvError): {
  readonly code: string;
  readonly reason: string;
  readonly advice: string;
} {
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return {
        code: "RECORD_TOO_LONG",
        reason: "The record that begins on this line is longer than 4 million characters.",
        advice:
          "Find a cell with an opening quotation mark that is not closed, or a text that does not belong there.",
      };
    case "CSV_QUOTE_NOT_CLOSED":
      return {
        code: "QUOTE_NOT_CLOSED",
        reason:
          "In the record that begins on this line, a cell has an opening quotation mark that is not closed. The rest of the file cannot be read.",
        advice:
          'Close the cell with a quotation mark. Write a quotation mark inside a text twice: "".',
      };
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return {
        code: "STRAY_QUOTE",
        reason:
          "In the record that begins on this line, a quotation mark is in the middle of a cell.",
        advice:
          'Put the whole cell in quotation marks, and write the quotation mark inside the text twice: "12"" vinyl".',
      };
    default:
      return {
        code: "UNREADABLE_RECORD",
        reason: "The record that begins on this line cannot be read.",
        advice: "Open the file in a spreadsheet, save it as CSV UTF-8 and import that file.",
      };
  }
}
