import { constants } from "node:fs";
import {
  copyFile,
  mkdir,
  open,
  realpath,
  rename,
  rm,
  stat,
  type FileHandle,
} from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, join, sep } from "node:path";
import {
  MediaUnavailable,
  type MediaStorage,
  type StoredObject,
} from "../../application/media/ports/media-storage.js";
import { isStorableName } from "./is-storable-name.js";

/** Files in a folder. Links are not followed, because Plinth stores none. */
export class DiskStorage implements MediaStorage {
  constructor(private readonly folder: string) {}

  async save(name: string, path: string): Promise<void> {
    const target = this.#pathOf(name);
    const temporary = join(this.folder, `.${randomUUID()}.part`);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(path, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await syncToDisk(temporary);
      await rename(temporary, target);
      await syncToDisk(dirname(target));
    } catch (cause) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw unavailable(cause);
    }
  }

  async open(name: string): Promise<StoredObject | null> {
    if (!isStorableName(name)) return null;
    const path = join(this.folder, ...name.split("/"));
    const file = await this.#handle(path);
    if (file === null) return null;
    try {
      const { size, mtimeMs, ino } = await file.stat();
      const bytes = (): AsyncIterable<Uint8Array> => file.createReadStream({ autoClose: true });
      return {
        bytes: size,
        tag: `${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`,
        path,
        read: bytes,
        close: () => file.close(),
      };
    } catch (cause) {
      await file.close();
      throw unavailable(cause);
    }
  }

  async exists(name: string): Promise<boolean> {
    const found = await this.open(name);
    await found?.close();
    return found !== null;
  }

  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true }).catch((cause: unknown) => {
      throw unavailable(cause);
    });
  }

  #pathOf(name: string): string {
    if (!isStorableName(name)) throw new RangeError(`"${name}" is not a valid name of an image.`);
    return join(this.folder, ...name.split("/"));
  }

  /** Null unless the path is a regular file in this folder, reached without a link. */
  async #handle(path: string): Promise<FileHandle | null> {
    try {
      const root = await realpath(this.folder);
      if (
        !(await realpath(path)).startsWith(root + sep) ||
        (await realpath(path)) !== join(root, path.slice(this.folder.length))
      )
        return null;
      const file = await open(
        path,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
      const found = await file.stat().catch(async (error: unknown) => {
        await file.close();
        throw error;
      });
      if (found.isFile()) return file;
      await file.close();
      return null;
    } catch (cause) {
      if (ABSENT.has((cause as NodeJS.ErrnoException).code ?? "")) return null;
      throw unavailable(cause);
    }
  }
}

const ABSENT = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EISDIR", "ENAMETOOLONG", "EACCES"]);

const syncToDisk = async (path: string): Promise<void> => {
  const isFolder = (await stat(path)).isDirectory();
  const file = await open(path, "r");
  try {
    await file.sync();
  } catch (error) {
    // Some file systems do not support it for folders.
    if (!isFolder) throw error;
  } finally {
    await file.close();
  }
};

const unavailable = (cause: unknown): unknown =>
  cause instanceof Error && "code" in cause
    ? new MediaUnavailable(`The folder of images cannot be used (${String(cause.code)}).`, {
        cause,
      })
    : cause;
