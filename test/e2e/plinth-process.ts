import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

type Environment = Readonly<Record<string, string>>;

const PROGRAM = resolve("bin/plinth.js");
const START_TIMEOUT_MS = 90_000;

const plinth = (args: readonly string[], environment: Environment): ChildProcess => {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith("PLINTH_") && name !== "NODE_ENV",
    ),
  );
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
};

const textOf = (stream: ChildProcess["stdout"]): (() => string) => {
  let text = "";
  stream?.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  return () => text;
};

/** Runs one command to its end. */
export const runPlinth = async (args: readonly string[], environment: Environment) => {
  const child = plinth(args, environment);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: out(), err: err() };
};

const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

export interface RunningPlinth {
  readonly url: string;
  /** The text of both outputs so far. */
  readonly output: () => string;
  /** @returns the exit code, or null when the signal ended it */
  stop(signal?: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/** Starts a server on a free port and waits until it is ready. */
export const startPlinth = async (environment: Environment): Promise<RunningPlinth> => {
  const port = await freePort();
  const child = plinth(["start"], { ...environment, PLINTH_PORT: String(port) });
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const output = () => out() + err();
  const url = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); ;) {
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    if (child.exitCode !== null || Date.now() - start > START_TIMEOUT_MS)
      throw new Error(`Plinth did not start:\n${output()}`);
    await new Promise((again) => setTimeout(again, 50));
  }
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    const ended =
      child.exitCode === null ? once(child, "close") : Promise.resolve([child.exitCode]);
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return { url, output, stop };
};
