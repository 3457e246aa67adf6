import type { Writable } from "node:stream";
import type { ProductFiles } from "../../application/catalog/ports.js";
import type { App } from "../app.js";

/** What the commands of `plinth` are handed by the program that starts them. */
export interface CliNeeds {
  /** Opens the store for the time of the work, without a server, and closes it again. */
  withApp<T>(work: (app: App) => Promise<T>): Promise<T>;
  /** Loads what reads and writes product files, for the commands that do. */
  productFiles(): Promise<ProductFiles>;
  /** Writes a file under another name first, so that the old one stays whole until the new one is. */
  saveFile(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /** Finds out whether that will work; `keep` must not be written over. @throws Error when it will not */
  ensureSavable(path: string, keep: string): Promise<void>;
  /** The currency of the default market (ISO 4217), as the store knows it. */
  currency(): string | Promise<string>;
  /** For what was asked for. */
  readonly out: Writable;
  /** For what is said besides: progress, remarks, what went wrong. */
  readonly err: Writable;
  /** Whether a person watches `err`. */
  readonly isTerminal: boolean;
  setExitCode(code: number): void;
  /** Raised by Ctrl-C: finish what is running, then stop. */
  readonly signal: AbortSignal;
}
