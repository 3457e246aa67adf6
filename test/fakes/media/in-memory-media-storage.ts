import { readFile } from "node:fs/promises";
import type { MediaStorage } from "../../../src/application/media/ports/media-storage.js";

/** Images in memory. */
export const inMemoryMediaStorage = (): MediaStorage & {
  readonly names: () => readonly string[];
} => {
  const objects = new Map<string, Buffer>();
  return {
    save: async (name, path) => void objects.set(name, await readFile(path)),
    open: async (name) => {
      const content = objects.get(name);
      if (!content) return null;
      const chunks = async function* (): AsyncIterable<Uint8Array> {
        yield content;
      };
      return {
        bytes: content.length,
        tag: `${content.length}-${content.subarray(0, 64).toString("base64")}`,
        read: chunks,
        close: async () => undefined,
      };
    },
    exists: async (name) => objects.has(name),
    remove: async (name) => void objects.delete(name),
    names: () => [...objects.keys()],
  };
};
