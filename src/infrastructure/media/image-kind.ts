import { open } from "node:fs/promises";

export type ImageKind = "jpeg" | "png" | "webp" | "avif" | "gif";

const HEAD_BYTES = 64;

/** The kind of a file by its first bytes; null for everything that is not accepted, such as SVG. */
const imageKind = (head: Uint8Array): ImageKind | null => {
  const text = Buffer.from(head).toString("latin1");
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return "gif";
  // An ISO base media file with a brand of AVIF; HEIC and video files begin in the same way.
  if (
    text.slice(4, 8) === "ftyp" &&
    /^(?:.{4})*?(?:avif|avis)/s.test(
      text.slice(8, Math.min(head.length, Buffer.from(head).readUInt32BE(0))),
    )
  )
    return "avif";
  return null;
};

export const imageKindOf = async (path: string): Promise<ImageKind | null> => {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return bytesRead < 12 ? null : imageKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
};

const GIF_END = 0x3b;

/** Whether a GIF ends with its end marker, and so is not cut off. */
export const isWholeGif = async (path: string): Promise<boolean> => {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return buffer[0] === GIF_END;
  } finally {
    await file.close();
  }
};
