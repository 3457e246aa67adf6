import { open, rename, rm, stat } from "node:fs/promises";
import { CannotProceed } from "./cannot-proceed.js";

/**
 * Writes a file under another name first, so that an old one stays whole until the new one is.
 * @throws CannotProceed when the place cannot be written
 */
export const saveFile = async (path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  // Into a device or a pipe, such as /dev/stdout, there is nothing to replace.
  const isSpecial = (await stat(path).catch(() => null))?.isFile() === false;
  const beside = isSpecial ? path : `${path}.${process.pid}.part`;
  const file = await open(beside, isSpecial ? "w" : "wx").catch((cause: NodeJS.ErrnoException) => {
    throw new CannotProceed(`${path} cannot be written (${cause.code}): name a file in a folder that exists and is writable.`, { cause });
  });
  try {
    for await (const piece of pieces) await file.appendFile(piece);
    if (isSpecial) return;
    await file.sync();
    await rename(beside, path);
  } catch (error) {
    if (!isSpecial) await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};
