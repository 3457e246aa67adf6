import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const HERE = import.meta.dirname;
const PACKAGE = join(HERE, "node_modules/@plinth/client");

/** A file of the package for clients, as it is installed. */
export const shipped = (file: string): string => readFileSync(join(PACKAGE, file), "utf8");

/** A new folder in which the packages for clients are found, with copies of the files beside the tests. */
export const workbench = (name: string, copies: readonly string[] = []): string => {
  const folder = join(HERE, ".cache", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const copy of copies) {
    mkdirSync(dirname(join(folder, copy)), { recursive: true });
    cpSync(join(HERE, copy), join(folder, copy), { recursive: true });
  }
  return folder;
};

export interface Outcome {
  readonly code: number | null;
  /** What the tool said, on both outputs, without colours. */
  readonly said: string;
}

/** Runs a script as a process of its own. */
export const run = (script: string, words: readonly string[], folder: string): Promise<Outcome> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...words], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", CI: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece: string) => (said += piece));
    child.once("error", fail);
    child.once("close", (code) => done({ code, said: stripVTControlCharacters(said) }));
  });

/** Runs a tool by its name on the command line. */
export const tool = (name: string, words: readonly string[], folder: string): Promise<Outcome> =>
  run(join(HERE, "node_modules/.bin", name), words, folder);

export const compile = (folder: string): Promise<Outcome> =>
  tool("tsc", ["-p", "tsconfig.json"], folder);
