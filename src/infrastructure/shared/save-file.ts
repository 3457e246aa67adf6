import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { CannotProceed } from "./cannot-proceed.js";

/**
 * Finds out before a long piece of work whether its outcome can be saved.
 * @param keep a file that must not be written over
 * @throws CannotProceed when it cannot
 */
export const ensureSavable = async (path: string, keep: string): Promise<void> => {
  const [target, kept] = await Promise.all([path, keep].map((one) => stat(one).catch(() => null)));
  if (target && kept && target.ino === kept.ino && target.dev === kept.dev)
    throw new CannotProceed(`${path} is the file that is read: name another one to write into.`);
  if (target?.isDirectory()) throw notWritable(path, "EISDIR");
  if (target?.isFile() === false) return;
  const beside = besides(path);
  await (await openBeside(path, beside, "wx")).close();
  await rm(beside);
};

/**
 * Writes a file under another name first, so that an old one stays whole until the new one is.
 * @throws CannotProceed when the place cannot be written
 */
export const saveFile = async (
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> => {
  // Into a device or a pipe, such as /dev/stdout, there is nothing to replace.
  const isSpecial = (await stat(path).catch(() => null))?.isFile() === false;
  const beside = isSpecial ? path : besides(path);
  const file = await openBeside(path, beside, isSpecial ? "w" : "wx");
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

const besides = (path: string): string => `${path}.${process.pid}.part`;

const openBeside = (path: string, beside: string, flags: string): Promise<FileHandle> =>
  open(beside, flags).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(path, cause.code, cause);
  });

const notWritable = (path: string, code: string | undefined, cause?: Error): CannotProceed =>
  new CannotProceed(
    `${path} cannot be written (${code}): name a file in a folder that exists and is writable.`,
    { cause },
  );
