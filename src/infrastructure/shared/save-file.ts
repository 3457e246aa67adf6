import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** Writes a file as UTF-8 under another name beside it and renames it at the end: whoever reads the name meets the old file or the new one, whole. */
export const saveFile = async (path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  const draft = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = await open(draft, "wx");
  try {
    for await (const piece of pieces) await file.write(piece);
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
};
