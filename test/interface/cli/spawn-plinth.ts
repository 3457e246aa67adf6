import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { TestContext } from "vitest";

/** How long a test of a process may take: on a busy machine a start alone may take many seconds. */
export const PROCESS_TIMEOUT_MS = 90_000;

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "plinth-cli-"));

type Settings = Readonly<Record<string, string>>;

/**
 * Starts a process in a folder of its own, so that it finds no `.env` and no data of the developer.
 */
export const spawnPlinth = (line: string, settings: Settings = {}, cwd = emptyFolder()) => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PLINTH_"));
  const child = spawn(
    process.execPath,
    [join(process.cwd(), "bin/plinth.js"), ...line.split(" ")],
    {
      cwd,
      env: { ...Object.fromEntries(inherited), ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number, ...output }));
  return { child, output, ended };
};

export type Running = ReturnType<typeof spawnPlinth>;

/** Starts a server on a free port with a folder of its own. */
export const startOf = (settings: Settings): Running =>
  spawnPlinth("start", {
    PLINTH_PORT: "0",
    PLINTH_DATA_DIR: emptyFolder(),
    PLINTH_PAYMENTS_SANDBOX: "off",
    ...settings,
  });

/** A server that ends with a test. */
export const startIn = (test: Pick<TestContext, "onTestFinished">, settings: Settings): Running => {
  const server = startOf(settings);
  test.onTestFinished(async () => {
    server.child.kill("SIGKILL");
    await server.ended;
  });
  return server;
};

/** The address of a server, when it listens. */
export const listening = async ({
  output,
  child,
}: {
  readonly output: Running["output"];
  readonly child: ChildProcess;
}): Promise<string> => {
  for (;;) {
    const [, address] = /"address":"(http[^"]+)"[^\n]*"msg":"Listening\."/.exec(output.err) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null)
      throw new Error(`Plinth ended with ${child.exitCode}: ${output.err}`);
    await wait(10);
  }
};

/** The answer of the shop API to a query. */
export const graphqlAnswer = async (
  url: string,
  query: string,
): Promise<{ readonly data?: unknown; readonly errors?: unknown }> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown };
};
