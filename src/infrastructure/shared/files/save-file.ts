import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { CannotProceed } from "../cannot-proceed.js";

/**
 * Checks before long work whether its result can be saved.
 * @param keep a file that must not be overwritten
 * @throws CannotProceed when the file cannot be written
 */
export const ensureSavable = async (path: string, keep: string): Promise<void> => {
  const [target, kept] = await Promise.all([path, keep].map((one) => stat(one).catch(() => null)));
  if (target && kept && target.ino === kept.ino && target.dev === kept.dev)
    throw new CannotProceed(`${path} is the input file: give another file for the output.`);
  if (target?.isDirectory()) throw notWritable(path, "EISDIR");
  if (target?.isFile() === false) return;
  const temporary = temporaryPath(path);
  await (await openTemporary(path, temporary, "wx")).close();
  await rm(temporary);
};

/**
 * Writes a file that only its owner may read: under another name first, so that an existing file is
 * replaced only by a complete one.
 * @throws CannotProceed when the file cannot be written
 */
export const saveFile = async (
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> => {
  // A device or a pipe, such as /dev/stdout, is not replaced.
  const isSpecial = (await stat(path).catch(() => null))?.isFile() === false;
  const temporary = isSpecial ? path : temporaryPath(path);
  const file = await openTemporary(path, temporary, isSpecial ? "w" : "wx");
  try {
    for await (const piece of pieces) await file.appendFile(piece);
    if (isSpecial) return;
    await file.sync();
    await rename(temporary, path);
  } catch (error) {
    if (!isSpecial) await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};

const temporaryPath = (path: string): string => `${path}.${process.pid}.part`;

const openTemporary = (path: string, temporary: string, flags: string): Promise<FileHandle> =>
  open(temporary, flags, 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(path, cause.code, cause);
  });

const notWritable = (path: string, code: string | undefined, cause?: Error): CannotProceed =>
  new CannotProceed(
    `${path} cannot be written (${code}): give a file in an existing, writable folder.`,
    { cause },
  );
