// Buys in the example storefront with a browser: installs and builds it where that is due, checks its types, and runs the tests.
// `--mysql` buys on MySQL or MariaDB instead: on the server named in PLINTH_TEST_MYSQL_URL, or a private one.
import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  ensureBuilt as ensureStorefrontBuilt,
  ensureInstalled,
} from "../examples/storefront/scripts/build.mjs";
import { ensureBuilt, root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

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

const words = process.argv.slice(2);
const withServer = words.includes("--mysql");

const test = async () => {
  const given = process.env.PLINTH_TEST_MYSQL_URL;
  const server =
    given || !withServer ? { url: given, stop: async () => {} } : await startPrivateServer();
  const mode = withServer ? "storefront-mysql" : "storefront";
  const chosen = words.filter((word) => word !== "--mysql");
  try {
    await run(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--mode", mode, ...chosen],
      { cwd: root, env: { ...process.env, PLINTH_TEST_MYSQL_URL: server.url } },
    );
  } finally {
    await server.stop();
  }
};

try {
  await ensureBuilt((line) => process.stderr.write(`${line}\n`));
  await prepare();
  await test();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
