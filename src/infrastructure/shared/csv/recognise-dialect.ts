import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import { CsvError, parse } from "csv-parse/sync";
import type {
  Dialect,
  FileFormatOptions,
  LineEnd,
} from "../../../application/shared/file-format.js";
import { detectEncoding, type Encoding } from "./detect-encoding.js";
import { unusableFile } from "./import-issue.js";

const SAMPLE_BYTES = 262_144;
const DELIMITERS = [",", ";", "\t", "|"] as const;
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
};
const FORCIBLE = ["encoding", "delimiter", "lineEnd", "decimal", "priceUnit"] as const;

/** What a kind of files has in its first line. */
export interface FileKind {
  /** For people: a Shopify product file. */
  readonly name: string;
  /** Some columns, as they are written. */
  readonly example: string;
  /** The right delimiter of a file is the one with the most known columns. */
  readonly countKnownColumns: (cells: readonly string[]) => number;
}

interface RecognisedFile {
  readonly dialect: Dialect;
  readonly encoding: Encoding;
  /** Whether the first line only names the delimiter: `sep=;`. */
  readonly hasSeparatorLine: boolean;
}

/** The format of a file, from its bytes and from the options of the caller. @throws UnusableFile */
export const recogniseDialect = async (
  path: string,
  options: FileFormatOptions,
  kind: FileKind,
): Promise<RecognisedFile> => {
  const encoding = await detectEncoding(path, options.encoding);
  const text = iconv.decode(await firstBytes(path), encoding.name);
  const separatorLine = SEPARATOR_LINE.exec(text);
  const sample = separatorLine ? text.slice(separatorLine[0].length) : text;
  const delimiter =
    options.delimiter === undefined
      ? likelyDelimiter(path, sample, kind, namedDelimiter(separatorLine?.[1]))
      : forcedDelimiter(path, options.delimiter);
  const dialect: Dialect = {
    encoding: encoding.name,
    byteOrderMark: encoding.byteOrderMark,
    delimiter,
    lineEnds: options.lineEnd ?? lineEnds(sample),
    decimal: options.decimal ?? "point",
    priceUnit: options.priceUnit ?? "major",
    forced: FORCIBLE.filter((name) => options[name] !== undefined),
  };
  return { dialect, encoding, hasSeparatorLine: separatorLine !== null };
};

/** Spreadsheets read the delimiter from such a line, and some programs write one for them. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(\\t|.)"?[ ,;\t|]*(?:\r\n|\n|\r)/i;

const namedDelimiter = (name: string | undefined): string | undefined =>
  name === "\\t" ? "\t" : name;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function likelyDelimiter(
  path: string,
  sample: string,
  kind: FileKind,
  named: string | undefined,
): string {
  if (named !== undefined && kind.countKnownColumns(headerCells(sample, named)) > 0) return named;
  const candidates = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: kind.countKnownColumns(headerCells(sample, delimiter)),
  }));
  const [best] = candidates.toSorted((a, b) => b.count - a.count);
  if (best && best.count > 0) return best.delimiter;
  const firstLine = firstLineOf(sample.trimStart());
  throw unusableFile(path, {
    code: firstLine === "" ? "EMPTY_FILE" : "NO_HEADER",
    value: firstLine || null,
    reason:
      firstLine === ""
        ? "The file contains only blank lines."
        : `The first line has no column of ${kind.name}.`,
    advice: `The first line must contain the names of the columns, such as "${kind.example}". If it does, give the delimiter: --delimiter.`,
  });
}

function headerCells(sample: string, delimiter: string): readonly string[] {
  const text = sample.trimStart();
  try {
    const [cells] = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      to: 1,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
    });
    return cells ?? [];
  } catch (error) {
    // An unclosed quotation mark is reported with its line when the records are read. The header
    // may be readable all the same.
    if (error instanceof CsvError) return firstLineOf(text).split(delimiter);
    throw error;
  }
}

const firstLineOf = (text: string): string => text.split(/\r\n|\n|\r/, 1)[0] ?? "";

function forcedDelimiter(path: string, name: string): string {
  const delimiter = DELIMITER_NAMES[name.toLowerCase()] ?? name;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw unusableFile(path, {
    code: "UNKNOWN_DELIMITER",
    value: name,
    reason: "A delimiter is one character.",
    advice: "Use comma, semicolon, tab, pipe, or the character itself.",
  });
}

/** The line ends between records, without those inside quoted cells. */
function lineEnds(sample: string): LineEnd | "mixed" {
  const outside = sample.replaceAll(/"[^"]*(?:"|$)/g, "");
  const found = new Set(
    (outside.match(/\r\n|\n|\r(?!$)/g) ?? []).map((end): LineEnd =>
      end === "\n" ? "LF" : end === "\r" ? "CR" : "CRLF",
    ),
  );
  const [only] = found;
  return found.size > 1 ? "mixed" : (only ?? "LF");
}
