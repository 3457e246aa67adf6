import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { scratchPlace } from "../scripts/scratch-folder.mjs";

const NAME = "plinth-tests-";

/** Gives the temporary files of a run a folder of their own, which is removed when the process ends. */
export const setup = (): void => {
  // Each suite of a run is set up.
  if (process.env["TMPDIR"]?.includes(NAME)) return;
  const folder = mkdtempSync(join(scratchPlace(), NAME));
  // Processes of tests inherit it.
  process.env["TMPDIR"] = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
};
