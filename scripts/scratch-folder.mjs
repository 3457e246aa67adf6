import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";
/** What a whole run with a database server leaves, and some more. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

const isRoomy = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
};

/**
 * Where tests put their temporary files: into memory, unless TMPDIR names a place or there is little room. A disk makes each
 * commit of SQLite, and each table that MariaDB creates, wait for milliseconds.
 */
export const scratchPlace = () =>
  process.env.TMPDIR === undefined && isRoomy(MEMORY) ? MEMORY : tmpdir();
