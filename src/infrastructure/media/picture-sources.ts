import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  MediaUnavailable,
  type MediaStorage,
  type StoredObject,
} from "../../application/media/ports/media-storage.js";
import { ImageTooLarge } from "../../domain/media/errors.js";

// More than any picture that Plinth stores; but a folder may contain any file.
const MOST_SOURCE_BYTES = 256 * 1_048_576;

interface PictureSourcesNeeds {
  /** The storage of names with a prefix; the longest prefix counts. */
  readonly storages: Readonly<Record<string, MediaStorage>>;
  /** For pictures of a storage on another machine, while they are drawn. */
  readonly folder: string;
}

/** The stored pictures of all storages. */
export class PictureSources {
  constructor(private readonly needs: PictureSourcesNeeds) {}

  open(name: string): Promise<StoredObject | null> {
    const { storages } = this.needs;
    const [prefix = ""] = Object.keys(storages)
      .filter((one) => name.startsWith(one))
      .toSorted((a, b) => b.length - a.length);
    return storages[prefix]?.open(name.slice(prefix.length)) ?? Promise.resolve(null);
  }

  async tagOf(name: string): Promise<string | null> {
    const found = await this.open(name);
    await found?.close();
    return found && found.tag;
  }

  /**
   * Works on the file of a picture.
   * @returns null when there is no such picture
   */
  async withFile<T>(name: string, work: (path: string) => Promise<T>): Promise<T | null> {
    const found = await this.open(name);
    if (found === null) return null;
    if (found.bytes > MOST_SOURCE_BYTES) {
      await found.close();
      throw new ImageTooLarge(found.bytes, MOST_SOURCE_BYTES);
    }
    if (found.path !== undefined) {
      await found.close();
      return work(found.path);
    }
    const copy = join(this.needs.folder, `${randomUUID()}.source`);
    try {
      await saveCopy(found, copy);
      return await work(copy);
    } finally {
      await rm(copy, { force: true });
    }
  }
}

const saveCopy = async (found: StoredObject, path: string): Promise<void> => {
  try {
    await pipeline(found.read(), createWriteStream(path, { flags: "wx", mode: 0o600 }));
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause && "path" in cause)
      throw new MediaUnavailable("An image cannot be copied to the data folder.", { cause });
    throw cause;
  }
};
