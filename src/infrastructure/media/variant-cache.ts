import { createHash, randomUUID } from "node:crypto";
import { chmod, mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noLimitCounters, type LimitCounters } from "../../application/shared/limit-counters.js";
import type { StoredObject } from "../../application/media/ports/media-storage.js";

interface CacheBounds {
  readonly bytes: number;
  readonly entries: number;
}

interface Entry {
  readonly bytes: number;
  readonly usedAt: number;
  /** What the file says of it, for the next process. */
  readonly savedUse: number;
}

/** How precisely files say when they were used last. */
const USE_STEP_MS = 10 * 60_000;
/** Other processes may share the folder, and operators may delete it. */
const RESCAN_MS = 10 * 60_000;
const LEFTOVER_MS = 60 * 60_000;
const PART = ".part";
const AT_ONCE = 32;

/**
 * Drawn pictures in a folder with a maximum size and number: the least recently used are deleted
 * first. The folder may be deleted at any time, and several processes may share it.
 */
export class VariantCache {
  /** By the name of the file; the least recently used one is the first. */
  #entries: Promise<Map<string, Entry>> | null = null;
  #bytes = 0;
  #scannedAt = 0;

  constructor(
    private readonly folder: string,
    private readonly bounds: CacheBounds,
    private readonly counters: LimitCounters = noLimitCounters,
  ) {}

  async get(key: string): Promise<StoredObject | null> {
    const name = fileOf(key);
    const file = await open(join(this.folder, name), "r").catch(() => null);
    if (file === null) return null;
    const found = await file.stat().catch(() => null);
    if (found === null) {
      await file.close();
      return null;
    }
    const { size } = found;
    this.#use(name, size);
    return {
      bytes: size,
      tag: name,
      read: () => file.createReadStream({ autoClose: true }),
      close: () => file.close(),
    };
  }

  /** The path of a cached file. It may be deleted before it is opened. */
  async path(key: string): Promise<string | null> {
    const name = fileOf(key);
    const path = join(this.folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null) return null;
    this.#use(name, found.size);
    return path;
  }

  /** Stores content if possible: without room on the disk it is served all the same. */
  async save(key: string, content: Uint8Array): Promise<void> {
    await this.fill(key, (path) => writeFile(path, content)).catch(() => undefined);
  }

  /** Lets a file be written and stores it. @throws what the writing throws */
  async fill(key: string, write: (path: string) => Promise<unknown>): Promise<void> {
    const temporary = join(this.folder, `${randomUUID()}${PART}`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await write(temporary);
      await chmod(temporary, 0o600);
      const { size } = await stat(temporary);
      const entries = await this.#load();
      await rename(temporary, join(this.folder, fileOf(key)));
      this.#set(entries, fileOf(key), { bytes: size, usedAt: Date.now(), savedUse: Date.now() });
      await this.#makeRoom(entries);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  #use(name: string, bytes: number): void {
    const usedAt = Date.now();
    const use = async (): Promise<void> => {
      const entries = await this.#load();
      const savedUse = entries.get(name)?.savedUse ?? 0;
      const isStale = usedAt - savedUse > USE_STEP_MS;
      this.#set(entries, name, { bytes, usedAt, savedUse: isStale ? usedAt : savedUse });
      const now = new Date(usedAt);
      if (isStale) await utimes(join(this.folder, name), now, now);
    };
    use().catch(() => undefined);
  }

  #set(entries: Map<string, Entry>, name: string, entry: Entry): void {
    this.#bytes += entry.bytes - (entries.get(name)?.bytes ?? 0);
    entries.delete(name);
    entries.set(name, entry);
  }

  async #makeRoom(entries: Map<string, Entry>): Promise<void> {
    for (const [name, { bytes }] of entries) {
      if (this.#bytes <= this.bounds.bytes && entries.size <= this.bounds.entries) return;
      this.counters.reached(this.#bytes > this.bounds.bytes ? "mediaCacheMib" : "cachedImages");
      entries.delete(name);
      this.#bytes -= bytes;
      await rm(join(this.folder, name), { force: true });
    }
  }

  /** Later scans go on in the background. */
  #load(): Promise<Map<string, Entry>> {
    if (this.#entries !== null && Date.now() - this.#scannedAt < RESCAN_MS) return this.#entries;
    this.#scannedAt = Date.now();
    const before = this.#entries;
    const scan = this.#scan(before ?? Promise.resolve(new Map<string, Entry>()));
    // A folder that cannot be read now is read again for the next picture.
    scan.then(
      () => (this.#entries = scan),
      () => (this.#entries = null),
    );
    return (this.#entries = before ?? scan);
  }

  /** The files in the folder; unfinished ones are deleted after an hour. */
  async #scan(known: Promise<ReadonlyMap<string, Entry>>): Promise<Map<string, Entry>> {
    const before = await known;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.folder);
    const found: (readonly [string, Entry])[] = [];
    const look = async (name: string): Promise<void> => {
      const file = await stat(join(this.folder, name)).catch(() => null);
      if (!file?.isFile()) return;
      const { size: bytes, mtimeMs } = file;
      const usedAt = Math.max(mtimeMs, before.get(name)?.usedAt ?? 0);
      if (!name.endsWith(PART)) found.push([name, { bytes, savedUse: mtimeMs, usedAt }]);
      else if (Date.now() - mtimeMs > LEFTOVER_MS)
        await rm(join(this.folder, name), { force: true });
    };
    for (let from = 0; from < names.length; from += AT_ONCE)
      await Promise.all(names.slice(from, from + AT_ONCE).map(look));
    this.#bytes = found.reduce((sum, [, { bytes }]) => sum + bytes, 0);
    return new Map(found.toSorted(([, a], [, b]) => a.usedAt - b.usedAt));
  }
}

const fileOf = (key: string): string => createHash("sha256").update(key).digest("hex");
