import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Log } from "../../../application/shared/log.js";
import type {
  StorefrontState,
  StorefrontStep,
} from "../../../application/shared/storefront-state.js";
import type { Environment } from "../config/variable-reader.js";

interface ProcessOptions {
  /** The program of the storefront. */
  readonly program: string;
  /** The address of the shop API. */
  readonly shopUrl: string;
  readonly log: Log;
  /** Of the process, besides the address of the shop API. */
  readonly environment: Environment;
}

/** What the program says: what it does, where it listens, or why it cannot run. */
type Notice =
  { readonly step: StorefrontStep } | { readonly origin: string } | { readonly problem: string };

const STARTING: StorefrontState = { kind: "PREPARING", step: "STARTING" };
const STOP_MS = 2_000;
const MOST_STDERR = 2_000;
/** A failure is shown at least this long: reloads within it try nothing again. */
const FAILURE_MS = 5_000;
/** A storefront that ends this often within a minute has failed. */
const MOST_ENDS = 3;
const MINUTE_MS = 60_000;

/**
 * The example storefront in a process of its own. The first visit starts it, and a later one starts it
 * again when it has ended. It ends with the process that has begun it, however that ends.
 */
export class StorefrontProcess {
  #child: ChildProcess | null = null;
  #state: StorefrontState | null = null;
  #failedAt = 0;
  #ends: readonly number[] = [];
  #isStopped = false;

  constructor(private readonly options: ProcessOptions) {}

  /** Null while it does not run. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** What a visit finds. It starts the storefront when that does not run. */
  visit(): StorefrontState {
    const isFailed = this.#state?.kind === "FAILED";
    const mayTry = !isFailed || performance.now() - this.#failedAt >= FAILURE_MS;
    if (this.#child === null && !this.#isStopped && mayTry) this.#start();
    return this.#state ?? STARTING;
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const child = this.#child;
    if (child === null) return;
    const ended = once(child, "exit");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(kill);
  }

  #start(): void {
    const { program, shopUrl, environment } = this.options;
    let complaint = "";
    let problem: string | null = null;
    let step: StorefrontStep = "STARTING";
    const child = fork(program, [], {
      env: { ...environment, PLINTH_URL: shopUrl },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    this.#state = STARTING;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-MOST_STDERR);
    });
    child.on("message", (notice: Notice) => {
      if ("problem" in notice) problem = notice.problem;
      else if ("origin" in notice) this.#isReady(notice.origin);
      else this.#state = { kind: "PREPARING", step: (step = notice.step) };
    });
    child.on("error", (error) => (complaint ||= error.message));
    // Not "close", which does not come after `disconnect`.
    child.once("exit", (code, signal) => {
      this.#child = null;
      if (!this.#isStopped)
        this.#hasEnded(step, problem, complaint.trim() || `It ended with ${signal ?? code}.`);
    });
  }

  #isReady(origin: string): void {
    this.#state = { kind: "READY", origin };
    this.options.log.info("The storefront is ready.", { address: origin });
  }

  #hasEnded(step: StorefrontStep, problem: string | null, complaint: string): void {
    const now = performance.now();
    this.#ends = [...this.#ends.filter((end) => now - end < MINUTE_MS), now];
    const isFailed = problem !== null || this.#ends.length >= MOST_ENDS;
    this.#state = isFailed ? { kind: "FAILED", step, problem: problem ?? complaint } : null;
    this.#failedAt = now;
    this.options.log.error(
      isFailed
        ? "The storefront cannot be shown. A later visit tries again."
        : "The storefront has ended. The next visit starts it again.",
      { error: new Error(problem ?? complaint) },
    );
  }
}
