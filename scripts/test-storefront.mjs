// Buys in the example storefront with a browser: installs and builds it where that is due, checks its types, and runs the tests.
import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  ensureBuilt as ensureStorefrontBuilt,
  ensureInstalled,
} from "../examples/storefront/scripts/build.mjs";
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

const prepare = async () => {
  const say = (line) => process.stderr.write(`${line}\n`);
  await ensureInstalled(say);
  await ensureStorefrontBuilt(say);
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
