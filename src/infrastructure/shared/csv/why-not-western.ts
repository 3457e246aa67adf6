import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import chardet from "chardet";
import iconv from "iconv-lite";

const SAMPLE_BYTES = 65_536;
const SURE = 40;
// Lines in Windows-1252 are seldom valid UTF-8 by chance (É and » together are).
const MANY = 0.2;
const OTHER_SCRIPTS =
  /^(?:Shift_JIS|EUC-|GB18030|Big5|ISO-2022|KOI8|windows-125[01356]|ISO-8859-[25678])/;
// Bytes that Windows-1252 does not define.
const UNDEFINED_BYTES: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Why a file that is not UTF-8 is probably not Windows-1252; null when it probably is. Statistics
 * fail for short texts, so the form of the words counts too: Western languages use single accented
 * letters, not runs of them.
 */
export const whyNotWestern = async (path: string): Promise<string | null> => {
  const lines = await linesBeyondAscii(path);
  if (lines.filter((line) => isUtf8(line)).length > lines.length * MANY)
    return "some of its lines are UTF-8 and others are not: it was made of several files";
  const sample = Buffer.concat(lines);
  const [best] = chardet.analyse(sample).toSorted((a, b) => b.confidence - a.confidence);
  if (best && best.confidence >= SURE && OTHER_SCRIPTS.test(best.name))
    return `it looks like ${best.name}`;
  return sample.some((byte) => UNDEFINED_BYTES.has(byte)) ||
    !looksWestern(iconv.decode(sample, "windows-1252"))
    ? "its encoding cannot be recognised"
    : null;
};

async function linesBeyondAscii(path: string): Promise<readonly Buffer[]> {
  const found: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    for (let start = 0; start < bytes.length && size < SAMPLE_BYTES;) {
      const newline = bytes.indexOf(10, start);
      const line = bytes.subarray(start, newline < 0 ? bytes.length : newline + 1);
      if (line.some((byte) => byte >= 0x80)) size += found.push(line) && line.length;
      start += line.length;
    }
    if (size >= SAMPLE_BYTES) break;
  }
  return found;
}

function looksWestern(text: string): boolean {
  const beyond = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  const inRuns = (text.match(/[^\0-\x7F]{4,}/g) ?? []).reduce((sum, run) => sum + run.length, 0);
  const oddSymbols =
    text.match(/[¤¦¨ª¬¯±²³¶¸¹º¼½¾¢¥§†‡ˆ‰˜ƒ](?=[A-Za-zÀ-ÿ])|(?<=[A-Za-z])[¿¡](?=[a-z])/g)?.length ??
    0;
  return inRuns + oddSymbols <= beyond * 0.2;
}
