// Runs tests that compare what the code says with what is kept in files, and writes the files anew.
import { spawnSync } from "node:child_process";

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, PLINTH_RECORD: "1" } },
);
process.exitCode = status ?? 1;
