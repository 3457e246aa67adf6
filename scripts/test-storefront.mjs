// Buys in the example storefront with a browser: installs and builds it where that is due, checks its types, and runs the tests.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, root } from "./build.mjs";

const storefront = join(root, "examples/storefront");

const run = (command, words, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, words, { cwd: storefront, stdio: "inherit", ...options });
    child.once("error", fail);
    child.once("exit", (code) =>
      code === 0 ? done() : fail(new Error(`${command} ${words.join(" ")} ended with ${code}.`)),
    );
  });

// npm leaves beside the packages a list of what it installed.
const isInstalled = () => {
  try {
    return (
      statSync(join(storefront, "node_modules/.package-lock.json")).mtimeMs >=
      statSync(join(storefront, "package-lock.json")).mtimeMs
    );
  } catch {
    return false;
  }
};

const prepare = async () => {
  if (!isInstalled()) await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  await run("npm", ["run", "--silent", "build"]);
  await run("npm", ["run", "--silent", "typecheck"]);
};

try {
  await ensureBuilt((line) => process.stderr.write(`${line}\n`));
  await prepare();
  await run(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--mode", "storefront", ...process.argv.slice(2)],
    { cwd: root },
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
