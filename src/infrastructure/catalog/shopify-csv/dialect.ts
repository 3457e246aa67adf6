import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import { CsvError, parse } from "csv-parse/sync";
import type { Dialect, LineEnd, ProductFileOptions } from "../../../application/catalog/ports.js";
import { detectEncoding, type Encoding } from "./encoding.js";
import { countKnown } from "./header.js";
import { unusable } from "./remark.js";

const SAMPLE_BYTES = 262_144;
const DELIMITERS = [",", ";", "\t", "|"] as const;
const SPOKEN: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
};
const FORCIBLE = ["encoding", "delimiter", "lineEnd", "decimal", "priceUnit"] as const;

export interface Recognised {
  readonly dialect: Dialect;
  readonly encoding: Encoding;
}

/** How a file is written, from its bytes and from what a person says about it. @throws UnusableFile */
export const recognise = async (path: string, options: ProductFileOptions): Promise<Recognised> => {
  const encoding = await detectEncoding(path, options.encoding);
  const sample = iconv.decode(await firstBytes(path), encoding.name);
  const delimiter =
    options.delimiter === undefined
      ? likelyDelimiter(path, sample)
      : spokenDelimiter(path, options.delimiter);
  const dialect: Dialect = {
    encoding: encoding.name,
    byteOrderMark: encoding.byteOrderMark,
    delimiter,
    lineEnds: options.lineEnd ?? lineEnds(sample),
    decimal: options.decimal ?? "point",
    priceUnit: options.priceUnit ?? "major",
    forced: FORCIBLE.filter((name) => options[name] !== undefined),
  };
  return { dialect, encoding };
};

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function likelyDelimiter(path: string, sample: string): string {
  const known = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: countKnown(headerCells(sample, delimiter)),
  }));
  const [best] = known.toSorted((a, b) => b.count - a.count);
  if (best && best.count > 0) return best.delimiter;
  const firstLine = firstLineOf(sample.trimStart());
  throw unusable(path, {
    code: firstLine === "" ? "EMPTY_FILE" : "NO_HEADER",
    value: firstLine || null,
    reason:
      firstLine === ""
        ? "The file holds nothing but blank lines."
        : "The first line names no column of a Shopify product file.",
    advice:
      'The first line has to name the columns, such as "Handle,Title,Variant Price"; when they are there, say what stands between them: --delimiter.',
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
    // A quotation mark that nobody closes is reported with its line when the records are read; here only the signs count.
    if (error instanceof CsvError) return firstLineOf(text).split(delimiter);
    throw error;
  }
}

const firstLineOf = (text: string): string => text.split(/\r\n|\n|\r/, 1)[0] ?? "";

function spokenDelimiter(path: string, spoken: string): string {
  const delimiter = SPOKEN[spoken.toLowerCase()] ?? spoken;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw unusable(path, {
    code: "UNKNOWN_DELIMITER",
    value: spoken,
    reason: "A delimiter is one character.",
    advice: "Use comma, semicolon, tab, pipe, or the character itself.",
  });
}

/** The line ends between records; those inside of quoted cells do not count. */
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
