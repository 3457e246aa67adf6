// Tries the API with real GraphQL clients and tools: installs them in test/clients when they are not, and runs the tests there against a server.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, root } from "./build.mjs";

const clients = join(root, "test/clients");

const run = (command, words, cwd) =>
  new Promise((done, fail) => {
    const child = spawn(command, words, { cwd, stdio: "inherit" });
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });

// npm leaves beside the packages a list of what it installed.
const isInstalled = () => {
  try {
    return (
      statSync(join(clients, "node_modules/.package-lock.json")).mtimeMs >=
      statSync(join(clients, "package-lock.json")).mtimeMs
    );
  } catch {
    return false;
  }
};

const install = async () =>
  isInstalled() ? 0 : run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], clients);

const say = (line) => process.stderr.write(`${line}\n`);
const [installed] = await Promise.all([install(), ensureBuilt(say)]);
process.exitCode =
  installed === 0
    ? await run(
        process.execPath,
        ["node_modules/vitest/vitest.mjs", "run", "--mode", "clients", ...process.argv.slice(2)],
        root,
      )
    : installed;
