import { stat } from "node:fs/promises";
import { Book, type Line } from "./book.js";
import { readLines } from "./ledger.js";
import { ledgerPage } from "./ledger-page.js";
import { SandboxRefusal } from "./payment.js";
import { presentPayment } from "./present-payment.js";

/** Where the pages of the sandbox are is not in its ledger. */
const NOWHERE = "";

/** Reads the ledger of a sandbox of another process, also while that writes it. Changes nothing. */
export class LedgerFile {
  readonly #book = new Book();
  #size = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {}

  /** A payment as the API shows it; null when there is none. @throws Error without a ledger */
  async payment(reference: string | null, key: string): Promise<unknown> {
    await this.#readOn();
    try {
      return presentPayment(this.#book.find(reference, key), NOWHERE);
    } catch (error) {
      if (error instanceof SandboxRefusal) return null;
      throw error;
    }
  }

  /** A part of the ledger as the API shows it. Empty without a ledger: no sandbox has run yet. */
  async page(after: string | null, first: number): Promise<unknown> {
    await this.#readOn().catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    });
    return ledgerPage(this.#book, { after, first, origin: NOWHERE });
  }

  /** Reads the lines that have come since the last time. */
  #readOn(): Promise<void> {
    const next = this.#reading
      .catch(() => undefined)
      .then(async () => {
        const { size } = await stat(this.path);
        if (size > this.#size)
          this.#size = await readLines<Line>(
            this.path,
            (line) => this.#book.read(line),
            this.#size,
          );
      });
    this.#reading = next;
    return next;
  }
}
