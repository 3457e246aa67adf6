// Runs the tests that share points through Redis. Each starts servers of its own, to kill and hang them.
import { spawn, spawnSync } from "node:child_process";
import { root } from "./build.mjs";

const missing = [
  { program: "redis-server", word: "--version" },
  { program: "openssl", word: "version" },
].find(({ program, word }) => spawnSync(program, [word]).status !== 0);
if (missing) {
  console.error(`${missing.program} is missing: install it (Debian: redis-server, openssl).`);
  process.exit(1);
}
const tests = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--mode", "redis", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
tests.once("exit", (code) => (process.exitCode = code ?? 1));
