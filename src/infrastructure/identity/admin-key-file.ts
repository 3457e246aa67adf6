import { randomBytes } from "node:crypto";
import { open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotProceed } from "../shared/cannot-proceed.js";

const NAME = "admin-key";
const DRAFT = /^admin-key\.[0-9a-f]{16}\.part$/;

/** The file of a made admin key, for its owner only. Several processes may share its folder. */
export class AdminKeyFile {
  readonly path: string;

  constructor(private readonly folder: string) {
    this.path = join(folder, NAME);
  }

  /**
   * Writes a key to the disk before its hash is stored: no process that dies takes the key with it.
   * @returns the file of the draft
   * @throws CannotProceed when it cannot be written
   */
  async draft(key: string): Promise<string> {
    const draft = join(this.folder, `${NAME}.${randomBytes(8).toString("hex")}.part`);
    try {
      await writeFile(draft, `${key}\n`, { flag: "wx", mode: 0o600, flush: true });
      await this.#syncFolder();
    } catch (cause) {
      const { code = "unknown" } = cause as NodeJS.ErrnoException;
      throw new CannotProceed(
        `The admin key cannot be written to ${this.folder} (${code}): make room there, or set PLINTH_ADMIN_KEY.`,
        { cause },
      );
    }
    return draft;
  }

  async discard(draft: string): Promise<void> {
    await rm(draft, { force: true });
  }

  /**
   * Gives the draft of the stored key its name, also that of a process that died before.
   * @returns whether this call did it
   */
  async complete(isKey: (key: string) => boolean): Promise<boolean> {
    for (const name of (await readdir(this.folder)).filter((one) => DRAFT.test(one))) {
      const draft = join(this.folder, name);
      const key = await readFile(draft, "utf8").catch(ifMissing);
      if (key === null || !isKey(key.trim())) continue;
      return (await rename(draft, this.path).then(() => true, ifMissing)) ?? false;
    }
    return false;
  }

  async #syncFolder(): Promise<void> {
    const folder = await open(this.folder);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

/** Another process has completed or discarded the draft. */
const ifMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === "ENOENT") return null;
  throw error;
};
