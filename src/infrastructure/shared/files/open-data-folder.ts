import { access, chmod, constants, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CannotProceed } from "../cannot-proceed.js";

/**
 * Creates the data folder for its owner only, and in it the folder of images.
 * @throws CannotProceed when they cannot be written
 */
export const openDataFolder = async (folder: string): Promise<{ readonly media: string }> => {
  const media = join(folder, "media");
  try {
    await makeFolder(media);
    for (const needed of [folder, media]) await access(needed, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    throw new CannotProceed(
      `The data folder ${folder} cannot be written (${code}): make it writable, or set PLINTH_DATA_DIR to another one.`,
      { cause },
    );
  }
  return { media };
};

// Node's recursive mkdir never returns below folders that refuse with ENOENT, such as /proc.
const makeFolder = async (folder: string): Promise<void> => {
  if (await isFolder(folder)) return;
  if (!(await isFolder(dirname(folder)))) await makeFolder(dirname(folder));
  try {
    await mkdir(folder, { mode: 0o700 });
    // The umask may have taken permissions of the owner.
    await chmod(folder, 0o700);
  } catch (error) {
    // Another process may have created it in the meantime.
    if (!(await isFolder(folder))) throw error;
  }
};

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() === true;
