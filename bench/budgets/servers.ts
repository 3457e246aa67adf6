import { TEST_SECRET } from "../../test/builders/test-fingerprints.js";
import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

export interface Server {
  readonly port: number;
  /**
   * The longest stall and the longest work of its event loop since the last call, in milliseconds,
   * and its memory in MiB.
   */
  readonly health: () => Promise<{
    readonly stall: number;
    readonly work: number;
    readonly rss: number;
  }>;
  readonly stop: () => Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer()
      .once("error", fail)
      .listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => found(typeof address === "object" && address ? address.port : 0));
      });
  });

/**
 * A server without background work.
 * @param settings the settings of its store
 */
export const plinth = async (settings: Readonly<Record<string, string>>): Promise<Server> => {
  const port = await freePort();
  const child = fork(`${ROOT}bin/plinth.js`, ["start"], {
    execArgv: ["--import", `${ROOT}bench/budgets/watch-event-loop.mjs`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PLINTH_MODE: "production",
      PLINTH_ADMIN_KEY: randomBytes(32).toString("base64url"),
      PLINTH_SECRET: TEST_SECRET,
      PLINTH_LOG_LEVEL: "warn",
      PLINTH_WORKER: "off",
      PLINTH_HOST: "127.0.0.1",
      PLINTH_PORT: String(port),
      // Each client of the load has an address of its own.
      PLINTH_TRUST_PROXY: "127.0.0.1",
      ...settings,
    },
  });
  await ready(port, child);
  return {
    port,
    health: () =>
      new Promise(
        (resolve) => (
          child.once("message", (message) =>
            resolve(message as Awaited<ReturnType<Server["health"]>>),
          ),
          child.send("stall?")
        ),
      ),
    stop: () => ended(child),
  };
};

export const handWritten = async (databaseUrl: string): Promise<Server> => {
  const port = await freePort();
  const child = fork(
    fileURLToPath(new URL("./hand-written.js", import.meta.url)),
    [databaseUrl, String(port)],
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  await new Promise((listening) => child.once("message", listening));
  return { port, health: async () => ({ stall: 0, work: 0, rss: 0 }), stop: () => ended(child) };
};

const ready = async (port: number, child: ChildProcess): Promise<void> => {
  for (let time = 0; time < 600; time++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    if (
      await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error("The server did not become ready.");
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => (child.once("exit", () => done()), child.kill("SIGKILL")));
