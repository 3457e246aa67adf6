import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Compiles what runs in processes of its own. */
export const setup = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, [
    "node_modules/typescript/bin/tsc",
    "-p",
    "test/abuse/tsconfig.json",
  ]);
  await promisify(execFile)(process.execPath, ["scripts/build.mjs"]);
};
