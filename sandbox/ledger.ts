import { createReadStream } from "node:fs";
import { mkdir, open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** A file to which lines are only appended, each on the disk before it is answered for. */
export class Ledger<Line> {
  readonly #waiting: { readonly line: Line; readonly written: () => void }[] = [];
  #writing: Promise<void> | null = null;

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
    private readonly fail: (error: unknown) => void,
    private size: number,
  ) {}

  /**
   * Opens or creates a ledger. An incomplete last line, which nobody was told of, is removed.
   * @param read is called with each line
   * @param fail is called when a line cannot be written; nothing more is written then
   * @throws Error when a line in the middle cannot be read
   */
  static async open<Line>(
    path: string,
    read: (line: Line) => void,
    fail: (error: unknown) => void,
  ): Promise<Ledger<Line>> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, "a+", 0o600);
    try {
      const size = await readLines(path, read);
      await file.truncate(size);
      await file.sync();
      await syncFolder(dirname(path));
      return new Ledger<Line>(file, path, fail, size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Resolves when the line, and all before it, are on the disk. Never, when that fails. */
  append(line: Line): Promise<void> {
    const written = new Promise<void>((resolve) => this.#waiting.push({ line, written: resolve }));
    this.#writing ??= this.#write();
    return written;
  }

  /** Resolves when all lines are on the disk. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.file.close();
  }

  /** Lines that arrive while others are written are written together. */
  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.splice(0);
        const bytes = Buffer.from(batch.map(({ line }) => `${JSON.stringify(line)}\n`).join(""));
        if ((await this.file.stat()).size !== this.size)
          throw new Error(`Another process writes the ledger ${this.path}.`);
        await this.file.appendFile(bytes);
        await this.file.datasync();
        this.size += bytes.length;
        for (const { written } of batch) written();
      }
      this.#writing = null;
    } catch (error) {
      this.fail(error);
      await new Promise(() => undefined);
    }
  }
}

/** So that a new file is still there after a crash of the machine. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/**
 * Reads the complete lines of a ledger, also while it is written.
 * @param start the byte at which a line begins
 * @returns the byte after the last complete line
 */
export const readLines = async <Line>(
  path: string,
  read: (line: Line) => void,
  start = 0,
): Promise<number> => {
  let [rest, size, count] = [Buffer.alloc(0), start, 0];
  for await (const piece of createReadStream(path, { start })) {
    rest = Buffer.concat([rest, piece as Buffer]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      count += 1;
      read(parsed<Line>(rest.toString("utf8", 0, end), path, count));
      rest = rest.subarray(end + 1);
      size += end + 1;
    }
  }
  return size;
};

const parsed = <Line>(text: string, path: string, number: number): Line => {
  try {
    return JSON.parse(text) as Line;
  } catch (cause) {
    throw new Error(`Line ${number} of the ledger ${path} cannot be read.`, { cause });
  }
};
