import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

type Environment = Readonly<Record<string, string>>;

const PROGRAM = resolve("bin/plinth.js");
const START_TIMEOUT_MS = 90_000;

interface ProcessOptions {
  /** The program of another checkout, such as that of an earlier commit. */
  readonly program?: string;
  readonly nodeArguments?: readonly string[];
  /** How many files and connections the process may have open. */
  readonly openFiles?: number;
  /** A free one unless given. */
  readonly port?: number;
}

const plinth = (
  args: readonly string[],
  environment: Environment,
  { program = PROGRAM, nodeArguments = [], openFiles }: ProcessOptions = {},
): ChildProcess => {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith("PLINTH_") && name !== "NODE_ENV",
    ),
  );
  const command = [process.execPath, ...nodeArguments, program, ...args];
  const [file = "", ...words] =
    openFiles === undefined
      ? command
      : ["bash", "-c", `ulimit -n ${openFiles} && exec "$@"`, "bash", ...command];
  return spawn(file, words, {
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
export const runPlinth = async (
  args: readonly string[],
  environment: Environment,
  options?: ProcessOptions,
) => {
  const child = plinth(args, environment, options);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out: out(), err: err() };
};

export const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

export interface RunningPlinth {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Null while the process runs, then what ended it. */
  readonly end: () => number | NodeJS.Signals | null;
  /** The text of both outputs so far. */
  readonly output: () => string;
  /** @returns the exit code, or null when the signal ended it */
  stop(signal?: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/** Starts a server on a free port and waits until it is ready. */
export const startPlinth = async (
  environment: Environment,
  options?: ProcessOptions,
): Promise<RunningPlinth> => {
  const port = options?.port ?? (await freePort());
  // A process less: tests that pay switch it on.
  const settings = { PLINTH_PAYMENTS_SANDBOX: "off", ...environment, PLINTH_PORT: String(port) };
  const child = plinth(["start"], settings, options);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const output = () => out() + err();
  const end = () => child.exitCode ?? child.signalCode;
  const url = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); ;) {
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    if (end() !== null || Date.now() - start > START_TIMEOUT_MS) {
      child.kill("SIGKILL");
      throw new Error(`Plinth did not start:\n${output().slice(-5_000)}`);
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    const ended = end() === null ? once(child, "close") : Promise.resolve([child.exitCode]);
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return { url, port, pid: child.pid ?? 0, end, output, stop };
};
