import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** A run leaves about 200 MB. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

const isRoomy = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
};

/**
 * Keeps the temporary files of a run in memory, unless TMPDIR names a place: a disk makes each commit of
 * SQLite wait for milliseconds. What tests leave there is removed when the process ends.
 */
export const setup = (): void => {
  if (process.env["TMPDIR"] !== undefined || !isRoomy(MEMORY)) return;
  const folder = mkdtempSync(join(MEMORY, "plinth-tests-"));
  // Processes of tests inherit it.
  process.env["TMPDIR"] = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
};
