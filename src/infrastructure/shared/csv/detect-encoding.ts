import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import iconv from "iconv-lite";
import { UnusableFile } from "../../../application/shared/unusable-file.js";
import { unusableFile } from "./import-issue.js";
import { whyNotWestern } from "./why-not-western.js";

export interface Encoding {
  readonly name: string;
  readonly byteOrderMark: boolean;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
];

const HEAD_BYTES = 4096;
const HOW_TO_SAVE =
  "Save the table as CSV in UTF-8 (in a spreadsheet: Save as, CSV UTF-8) and import that file.";
const HOW_TO_SET =
  "Save the file as UTF-8, or give its encoding: --encoding shift_jis, gb18030, big5, euc-kr, windows-1250 or windows-1251, for example.";

/**
 * The encoding of a file: by its byte order mark, UTF-16 without one, UTF-8 if the whole file is
 * valid, or Windows-1252 if the text looks like a Western European language. No other encoding is
 * guessed.
 * @throws UnusableFile
 */
export const detectEncoding = async (
  path: string,
  forced: string | undefined,
): Promise<Encoding> => {
  const head = await firstBytes(path);
  if (head.length === 0)
    throw unusableFile(path, {
      code: "EMPTY_FILE",
      reason: "The file is empty.",
      advice: "Export it again, and check that the file is not empty.",
    });
  refuseOtherFormats(path, head);
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (forced !== undefined)
    return { name: existing(path, forced), byteOrderMark: mark !== undefined };
  if (mark) return { name: mark[0], byteOrderMark: true };
  const utf16 = utf16WithoutMark(head);
  if (utf16) return { name: utf16, byteOrderMark: false };
  if (head.includes(0))
    throw unusableFile(path, {
      code: "NOT_TEXT",
      reason: "The file contains bytes that are not text: it is not a CSV file.",
      advice: HOW_TO_SAVE,
    });
  if (await isUtf8(path)) return { name: "UTF-8", byteOrderMark: false };
  const doubt = await whyNotWestern(path);
  if (doubt)
    throw unusableFile(path, {
      code: "UNKNOWN_ENCODING",
      reason: `The file is not UTF-8, and ${doubt}.`,
      advice: HOW_TO_SET,
    });
  return { name: "Windows-1252", byteOrderMark: false };
};

async function firstBytes(path: string): Promise<Buffer> {
  try {
    refuseNoFile(path, await stat(path));
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "The file does not exist."
        : `The file cannot be read (${code ?? message}).`;
    throw unusableFile(path, {
      code: "UNREADABLE_FILE",
      reason,
      advice: "Check the path and the permissions.",
    });
  }
}

// Before the file is opened, because opening a pipe waits for a writer.
function refuseNoFile(path: string, found: Stats): void {
  if (found.isDirectory())
    throw unusableFile(path, {
      code: "UNREADABLE_FILE",
      reason: "The path is a folder, not a file.",
      advice: "Give the path of a CSV file.",
    });
  if (!found.isFile())
    throw unusableFile(path, {
      code: "UNREADABLE_FILE",
      reason: "The path is a pipe or a device, but a file is read more than once.",
      advice: "Save its output as a file, and import that file.",
    });
}

function refuseOtherFormats(path: string, head: Buffer): void {
  const kind = head.toString("latin1", 0, 4);
  const name = kind.startsWith("PK\u0003\u0004")
    ? "a workbook or an archive (xlsx, ods or zip)"
    : kind.startsWith("\u001f\u008b")
      ? "compressed (gzip)"
      : kind === "%PDF"
        ? "a PDF"
        : null;
  if (name)
    throw unusableFile(path, {
      code: "NOT_TEXT",
      reason: `The file is ${name}, not a CSV file.`,
      advice: HOW_TO_SAVE,
    });
}

function existing(path: string, forced: string): string {
  if (iconv.encodingExists(forced)) return forced;
  throw unusableFile(path, {
    code: "UNKNOWN_ENCODING",
    value: forced,
    reason: "The encoding does not exist.",
    advice: "Use a name such as utf-8, utf-16le, windows-1252, windows-1250, shift_jis or gb18030.",
  });
}

// The header is ASCII, so every second byte of its UTF-16 is zero.
function utf16WithoutMark(head: Buffer): string | null {
  const zeros = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length * 0.15;
  if (odd > many && even < odd / 10) return "UTF-16LE";
  return even > many && odd < even / 10 ? "UTF-16BE" : null;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path))
      decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
