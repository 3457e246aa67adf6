import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import chardet from "chardet";
import iconv from "iconv-lite";

const SAMPLE_BYTES = 65_536;
const SURE = 40;
// Words of Western languages are hardly ever UTF-8 by chance (É and » together are).
const MANY = 0.2;
const OTHER_SCRIPTS =
  /^(?:Shift_JIS|EUC-|GB18030|Big5|ISO-2022|KOI8|windows-125[01356]|ISO-8859-[25678])/;
// Bytes that Windows-1252 leaves open.
const OPEN_BYTES: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Why the bytes of a file that is not UTF-8 are hardly Windows-1252; null when they read like it. Statistics alone err on
 * short texts, so the shape of the words counts too: Western languages use single accented letters, not runs of them.
 */
export const doubtAboutWestern = async (path: string): Promise<string | null> => {
  const lines = await linesBeyondAscii(path);
  if (lines.filter((line) => isUtf8(line)).length > lines.length * MANY)
    return "some of its lines are UTF-8 and others are not: it was put together from several files";
  const sample = Buffer.concat(lines);
  const [best] = chardet.analyse(sample).toSorted((a, b) => b.confidence - a.confidence);
  if (best && best.confidence >= SURE && OTHER_SCRIPTS.test(best.name))
    return `it looks like ${best.name}`;
  return sample.some((byte) => OPEN_BYTES.has(byte)) ||
    !readsWestern(iconv.decode(sample, "windows-1252"))
    ? "its encoding cannot be told with certainty"
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

function readsWestern(text: string): boolean {
  const beyond = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  const inRuns = (text.match(/[^\0-\x7F]{4,}/g) ?? []).reduce((sum, run) => sum + run.length, 0);
  const oddSymbols =
    text.match(/[¤¦¨ª¬¯±²³¶¸¹º¼½¾¢¥§†‡ˆ‰˜ƒ](?=[A-Za-zÀ-ÿ])|(?<=[A-Za-z])[¿¡](?=[a-z])/g)?.length ??
    0;
  return inRuns + oddSymbols <= beyond * 0.2;
}
