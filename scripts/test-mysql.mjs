// Runs the contracts, API and e2e tests against MySQL or MariaDB: the server named in PLINTH_TEST_MYSQL_URL, or a private one.
import { spawn } from "node:child_process";
import { ensureBuilt, root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

const given = process.env.PLINTH_TEST_MYSQL_URL;
const server = given ? { url: given, stop: async () => {} } : await startPrivateServer();
try {
  await ensureBuilt((line) => process.stderr.write(`${line}\n`));
  process.exitCode = await new Promise((resolve, reject) => {
    const tests = spawn(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--mode", "mysql", ...process.argv.slice(2)],
      {
        cwd: root,
        stdio: "inherit",
        env: { ...process.env, PLINTH_TEST_MYSQL_URL: server.url },
      },
    );
    tests.once("error", reject);
    tests.once("exit", (code) => resolve(code ?? 1));
  });
} finally {
  await server.stop();
}
