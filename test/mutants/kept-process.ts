import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { PoolRunnerInitializer } from "vitest/node";

type PoolWorker = ReturnType<PoolRunnerInitializer["createPoolWorker"]>;
type Options = Parameters<PoolRunnerInitializer["createPoolWorker"]>[0];

let kept: ChildProcess | undefined;

const isUsable = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.connected && child.exitCode === null && child.signalCode === null;

const started = ({ distPath, env, execArgv }: Options): ChildProcess => {
  const child = fork(join(distPath, "workers/forks.js"), [], {
    env,
    execArgv,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  // What a broken test has left would keep it alive.
  process.once("exit", () => child.kill("SIGKILL"));
  return child;
};

/** Vitest ends the process of a worker after each run; this one stays up for the next run. */
class KeptProcess implements PoolWorker {
  readonly name = "kept";
  readonly #child: ChildProcess;

  constructor(options: Options) {
    this.#child = kept = isUsable(kept) ? kept : started(options);
  }

  on: PoolWorker["on"] = (event, callback) => void this.#child.on(event, callback);
  off: PoolWorker["off"] = (event, callback) => void this.#child.off(event, callback);
  deserialize: PoolWorker["deserialize"] = (data) => data;

  send: PoolWorker["send"] = (message) => {
    if (message.type === "stop")
      this.#child.emit("message", { __vitest_worker_response__: true, type: "stopped" });
    else this.#child.send(message);
  };

  start: PoolWorker["start"] = async () => undefined;

  stop: PoolWorker["stop"] = async () => {
    for (const event of ["message", "error", "exit"]) this.#child.removeAllListeners(event);
  };
}

export const keptProcess: PoolRunnerInitializer = {
  name: "kept",
  createPoolWorker: (options) => new KeptProcess(options),
};
