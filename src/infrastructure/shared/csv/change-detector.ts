import { stat } from "node:fs/promises";
import { unusableFile } from "./import-issue.js";

/**
 * A file is read several times, so it must not change in between.
 * @returns a check that throws UnusableFile when the file has changed since
 */
export const changeDetector = async (path: string): Promise<() => Promise<void>> => {
  const before = await fingerprint(path);
  return async () => {
    if ((await fingerprint(path)) !== before)
      throw unusableFile(path, {
        code: "FILE_CHANGED",
        reason: "The file changed while it was read.",
        advice: "Wait until the file is complete, and import it again.",
      });
  };
};

const fingerprint = async (path: string): Promise<string> => {
  const { ino, size, mtimeMs } = await stat(path).catch(() => ({ ino: 0, size: 0, mtimeMs: 0 }));
  return `${ino} ${size} ${mtimeMs}`;
};
