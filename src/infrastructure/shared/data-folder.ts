import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CannotProceed } from "./cannot-proceed.js";

/**
 * Makes the folder of the shop's files, and the one of its media.
 * @throws CannotProceed when nothing can be written there
 */
export const openDataFolder = async (folder: string): Promise<{ readonly media: string }> => {
  const media = join(folder, "media");
  try {
    await mkdir(media, { recursive: true, mode: 0o750 });
    for (const needed of [folder, media]) await access(needed, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotProceed(`The data folder ${folder} cannot be written (${(cause as NodeJS.ErrnoException).code}): make it writable, or set PLINTH_DATA_DIR to another one.`, { cause });
  }
  return { media };
};
