import { createReadStream } from "node:fs";
import { CannotProceed } from "../cannot-proceed.js";

/**
 * The text of a file in UTF-8.
 * @throws CannotProceed when it cannot be read, or has too many bytes
 */
export const readText = async (path: string, maxBytes: number): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > maxBytes) break;
      pieces.push(piece);
    }
  } catch (error) {
    throw new CannotProceed(
      `The file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (bytes > maxBytes)
    throw new CannotProceed(`The file ${path} has more than ${maxBytes} bytes.`);
  return Buffer.concat(pieces).toString("utf8");
};
