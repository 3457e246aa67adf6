import { statSync } from "node:fs";
import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";

/**
 * The files of an embedded store as they were opened. SQLite goes on writing into a file that was
 * deleted or replaced, and what it writes there is lost when the process ends.
 */
export class OpenedFiles {
  readonly #opened: readonly (readonly [path: string, identity: string])[];

  /** @param file of a store that has been read: then its write-ahead log exists too */
  constructor(file: string) {
    this.#opened = [file, `${file}-wal`].map((path) => [path, identityOf(path) ?? ""]);
  }

  /**
   * Takes some microseconds.
   * @throws StoreUnavailable when one of the files is not the opened one
   */
  ensureUnchanged(): void {
    for (const [path, identity] of this.#opened)
      if (identityOf(path) !== identity)
        throw new StoreUnavailable(
          `${path} was replaced, moved or deleted while it was in use, so nothing can be stored: put the former file back, or restart Plinth to use what is there now.`,
        );
  }
}

/** Null when there is no such file, or it cannot be reached. */
const identityOf = (path: string): string | null => {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
};
