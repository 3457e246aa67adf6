// Starts a MariaDB or MySQL server of its own in a temporary folder, on the loopback, and ends it again.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { scratchPlace } from "./scratch-folder.mjs";

const PATIENCE_MS = 60_000;

export const startPrivateServer = async () => {
  const folder = await mkdtemp(join(scratchPlace(), "plinth-mariadb-"));
  const port = await freePort();
  const { username } = userInfo();
  const data = join(folder, "data");
  const installed = spawnSync(
    "mariadb-install-db",
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--user=${username}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
    ],
    { encoding: "utf8" },
  );
  if (installed.error || installed.status !== 0)
    throw new Error(
      `No private server could be made: ${installed.error?.message ?? installed.stderr}. Install MariaDB (Debian: mariadb-server) or name a server in PLINTH_TEST_MYSQL_URL.`,
    );
  const server = spawn(
    "mariadbd",
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--user=${username}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      `--socket=${join(folder, "server.sock")}`,
      `--pid-file=${join(folder, "server.pid")}`,
      // What is written is safe from the end of any process. It need not survive the end of the machine.
      "--debug-no-sync",
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswering(port, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `mysql://root@127.0.0.1:${port}/`, pid: server.pid, stop };
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const untilAnswering = async (port, server) => {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS && server.exitCode === null;) {
    try {
      await (await createConnection({ host: "127.0.0.1", port, user: "root" })).end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("The private server did not come up within a minute.");
};
