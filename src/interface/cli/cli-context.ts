import type { Writable } from "node:stream";
import type { ProductFiles } from "../../application/catalog/ports/product-files.js";
import type {
  DocumentsApi,
  TrustedDocument,
} from "../../application/documents/ports/trusted-documents.js";
import type { TableFiles } from "../../application/shared/table-files.js";
import type { App } from "../app.js";
import type { ManifestDocument } from "../documents/read-manifest.js";

/** What the commands that work on a shop use of their process. */
export interface CliContext {
  /** Opens the store, without a server, runs the work and closes the store. */
  withApp<T>(work: (app: App) => Promise<T>): Promise<T>;
  /** As `withApp`, and the payment gateways can be asked. Nothing can be changed at the sandbox. */
  withGateways<T>(work: (app: App) => Promise<T>): Promise<T>;
  /** Reads and writes product files. */
  productFiles(): Promise<ProductFiles>;
  /** Reads and writes files with one record in each row. */
  tableFiles(): Promise<TableFiles>;
  /**
   * Writes a file under another name first, so that the old one stays whole until the new one is
   * complete.
   */
  saveFile(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /** Checks that a file can be saved; `keep` must not be overwritten. @throws CannotProceed */
  ensureSavable(path: string, keep: string): Promise<void>;
  /** The text of a file. @throws CannotProceed when it cannot be read, or has more bytes */
  readText(path: string, maxBytes: number): Promise<string>;
  /** Checks documents as requests with them would be. @throws Refused with each invalid one */
  checkDocuments(
    api: DocumentsApi,
    documents: readonly ManifestDocument[],
  ): Promise<readonly TrustedDocument[]>;
  /** The currency of the stored default market (ISO 4217). */
  currency(): string | Promise<string>;
  /** The address of the shop for others (PLINTH_PUBLIC_URL); null when it is not set. */
  publicUrl(): string | null | Promise<string | null>;
  /** For results. */
  readonly out: Writable;
  /** For progress, notes and errors. */
  readonly err: Writable;
  /** Whether `err` is a terminal. */
  readonly isTerminal: boolean;
  setExitCode(code: number): void;
  /** Aborted by Ctrl-C: finish the running step, then stop. */
  readonly signal: AbortSignal;
}
