import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Log } from "../../../application/shared/log.js";
import type { SandboxAddress } from "./sandbox-payment-gateway.js";
import { sandboxSecrets, type SandboxSecrets } from "./sandbox-secrets.js";

interface ProcessOptions {
  /** The program of the sandbox. */
  readonly program: string;
  readonly ledgerFile: string;
  readonly log: Log;
}

/** What the program says: where it listens, or why it cannot run. */
type Notice = { readonly origin: string } | { readonly problem: string };

const FIRST_RESTART_MS = 100;
const LONGEST_RESTART_MS = 10_000;
const STOP_MS = 2_000;
const MOST_STDERR = 2_000;

/**
 * A sandbox gateway in a process of its own, which is started again when it ends. It ends with the
 * process that has begun it, however that ends.
 */
export class SandboxProcess implements SandboxAddress, SandboxSecrets {
  readonly secret: string;
  readonly webhookSecret: string;
  #child: ChildProcess | null = null;
  #origin: string | null = null;
  #restart: NodeJS.Timeout | undefined;
  #restartMs = FIRST_RESTART_MS;
  #isStopped = false;

  constructor(private readonly options: ProcessOptions) {
    ({ secret: this.secret, webhookSecret: this.webhookSecret } = sandboxSecrets());
  }

  /** Null while it does not run. */
  origin(): string | null {
    return this.#origin;
  }

  /** Null while it does not run. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** @param webhookUrl where the shop receives webhooks */
  start(webhookUrl: string): void {
    const { program, ledgerFile, log } = this.options;
    let complaint = "";
    const child = fork(program, [], {
      // Nothing of the environment of the server: it holds secrets.
      env: { NODE_ENV: "production" },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-MOST_STDERR);
    });
    child.on("message", (notice: Notice) => {
      if ("problem" in notice) complaint = notice.problem;
      else this.#listens(notice.origin);
    });
    child.on("error", (error) => (complaint ||= error.message));
    // Not "close", which does not come after `disconnect`.
    child.once("exit", () => {
      this.#child = null;
      this.#origin = null;
      if (this.#isStopped) return;
      this.#restart = setTimeout(() => {
        log.error("The sandbox gateway has ended. It is started again.", {
          signal: child.signalCode ?? "none",
          ...(complaint && { error: new Error(complaint.trim()) }),
        });
        this.start(webhookUrl);
      }, this.#restartMs);
      this.#restartMs = Math.min(LONGEST_RESTART_MS, this.#restartMs * 2);
    });
    // The secrets are in no argument and no environment, which others of the machine could see.
    const { secret, webhookSecret } = this;
    child.send({ ledgerFile, secret, webhookSecret, webhookUrl, port: 0 }, () => undefined);
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === null) return;
    const ended = once(child, "exit");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(kill);
  }

  #listens(origin: string): void {
    this.#origin = origin;
    this.#restartMs = FIRST_RESTART_MS;
    this.options.log.info("The sandbox gateway takes payments. No money moves.", {
      address: origin,
    });
  }
}
