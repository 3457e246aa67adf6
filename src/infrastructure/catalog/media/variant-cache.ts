import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoredObject } from "../../../application/catalog/media/media-ports.js";

/** How full it is left after making room. */
const LEFT_FULL = 0.9;

interface Entry {
  readonly bytes: number;
  readonly usedAt: number;
}

/** Drawn pictures in a folder that never outgrows its bound: what was not asked for longest goes first. It may be deleted at any time. */
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
    (await this.#known()).set(fileOf(key), { bytes: size, usedAt: now.getTime() });
    // So that the next start knows what was used lately.
    await utimes(path, now, now).catch(() => undefined);
    return {
      bytes: size,
      tag: fileOf(key),
      read: () => file.createReadStream({ autoClose: true }),
      close: () => file.close(),
    };
  }

  /** Keeps it, if it can: a full disk is no reason not to answer. */
  async put(key: string, content: Uint8Array): Promise<void> {
    const beside = join(this.folder, `${randomUUID()}.part`);
    try {
      const entries = await this.#known();
      await writeFile(beside, content, { mode: 0o640 });
      await rename(beside, join(this.folder, fileOf(key)));
      this.#bytes += content.length - (entries.get(fileOf(key))?.bytes ?? 0);
      entries.set(fileOf(key), { bytes: content.length, usedAt: Date.now() });
      if (this.#bytes > this.mostBytes) await this.#makeRoom(entries);
    } catch {
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  async #makeRoom(entries: Map<string, Entry>): Promise<void> {
    for (const [name, { bytes }] of [...entries].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (this.#bytes <= this.mostBytes * LEFT_FULL) return;
      entries.delete(name);
      this.#bytes -= bytes;
      await rm(join(this.folder, name), { force: true });
    }
  }

  /** What an earlier process has left; half-written files go. */
  #known(): Promise<Map<string, Entry>> {
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
