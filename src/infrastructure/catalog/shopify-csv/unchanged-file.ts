import { stat } from "node:fs/promises";
import { unusable } from "./remark.js";

/**
 * Remembers a file as it is now, because it is read several times.
 * @returns a check that throws UnusableFile when it has become another one since
 */
export const rememberFile = async (path: string): Promise<() => Promise<void>> => {
  const before = await marks(path);
  return async () => {
    if ((await marks(path)) !== before)
      throw unusable(path, {
        code: "FILE_CHANGED",
        reason: "The file was changed while it was read.",
        advice: "Wait until it is complete, and import it again.",
      });
  };
};

const marks = async (path: string): Promise<string> => {
  const { ino, size, mtimeMs } = await stat(path).catch(() => ({ ino: 0, size: 0, mtimeMs: 0 }));
  return `${ino} ${size} ${mtimeMs}`;
};
