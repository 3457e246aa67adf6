import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoredObject } from "../../application/media/ports/media-storage.js";

// How full the cache is after making room.
const TARGET_FILL = 0.9;

interface Entry {
  readonly bytes: number;
  readonly usedAt: number;
}

/**
 * Drawn variants in a folder with a maximum size: the least recently used are deleted first. The
 * folder may be deleted at any time.
 */
export class VariantCache {
  #entries: Promise<Map<string, Entry>> | null = null;
  #bytes = 0;

  constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
  ) {}

  async get(key: string): Promise<StoredObject | null> {
    const path = join(this.folder, fileOf(key));
    const file = await open(path, "r").catch(() => null);
    if (file === null) return null;
    const { size } = await file.stat();
    const now = new Date();
    (await this.#load()).set(fileOf(key), { bytes: size, usedAt: now.getTime() });
    // So that the next process knows what was used recently.
    await utimes(path, now, now).catch(() => undefined);
    return {
      bytes: size,
      tag: fileOf(key),
      read: () => file.createReadStream({ autoClose: true }),
      close: () => file.close(),
    };
  }

  /** Stores a variant if possible: without room on the disk it is served all the same. */
  async save(key: string, content: Uint8Array): Promise<void> {
    const temporary = join(this.folder, `${randomUUID()}.part`);
    try {
      const entries = await this.#load();
      await writeFile(temporary, content, { mode: 0o640 });
      await rename(temporary, join(this.folder, fileOf(key)));
      this.#bytes += content.length - (entries.get(fileOf(key))?.bytes ?? 0);
      entries.set(fileOf(key), { bytes: content.length, usedAt: Date.now() });
      if (this.#bytes > this.mostBytes) await this.#makeRoom(entries);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  async #makeRoom(entries: Map<string, Entry>): Promise<void> {
    for (const [name, { bytes }] of [...entries].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (this.#bytes <= this.mostBytes * TARGET_FILL) return;
      entries.delete(name);
      this.#bytes -= bytes;
      await rm(join(this.folder, name), { force: true });
    }
  }

  /** The files of earlier processes; unfinished ones are deleted after an hour. */
  #load(): Promise<Map<string, Entry>> {
    return (this.#entries ??= (async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o750 });
      const entries = new Map<string, Entry>();
      for (const name of await readdir(this.folder)) {
        const found = await stat(join(this.folder, name)).catch(() => null);
        if (!found?.isFile()) continue;
        if (name.endsWith(".part") && Date.now() - found.mtimeMs > 3_600_000)
          await rm(join(this.folder, name), { force: true });
        else if (!name.endsWith(".part"))
          entries.set(name, { bytes: found.size, usedAt: found.mtimeMs });
      }
      this.#bytes = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
      return entries;
    })());
  }
}

const fileOf = (key: string): string => createHash("sha256").update(key).digest("hex");
