import type { Writable } from "node:stream";
import type { Config } from "../infrastructure/config.js";

/** The parts of the process that commands use. */
export interface ProcessEnvironment {
  readonly readConfig: () => Config;
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
  readonly setExitCode: (code: number) => void;
}
