import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  freePort,
  runPlinth,
  startPlinth,
  type RunningPlinth,
} from "../../test/e2e/plinth-process.js";

const random = (): string => randomBytes(32).toString("base64url");

/** A shop with several processes on one database, and a sandbox gateway, all of which can be killed. */
export class PaidShop {
  readonly adminKey = random();
  readonly secret = random();
  readonly #servers: RunningPlinth[] = [];
  #sandbox: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly sandboxPort: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param databaseUrl the embedded store without it */
  static async open(processes: number, databaseUrl?: string): Promise<PaidShop> {
    const folder = await mkdtemp(join(tmpdir(), "plinth-torture-"));
    const sandboxPort = await freePort();
    const shop = new PaidShop(folder, sandboxPort, {
      PLINTH_HOST: "127.0.0.1",
      PLINTH_LOG_LEVEL: "fatal",
      // Each buyer has an address of its own.
      PLINTH_TRUST_PROXY: "127.0.0.1",
      PLINTH_DATA_DIR: join(folder, "data"),
      PLINTH_PAYMENTS_SANDBOX: `http://127.0.0.1:${sandboxPort}`,
      ...(databaseUrl !== undefined && { PLINTH_DATABASE_URL: databaseUrl }),
    });
    Object.assign(shop.settings, {
      PLINTH_ADMIN_KEY: shop.adminKey,
      PLINTH_PAYMENTS_SANDBOX_SECRET: shop.secret,
      ...(databaseUrl !== undefined && { PLINTH_SECRET: random() }),
    });
    for (let process = 0; process < processes; process++)
      shop.#servers.push(await startPlinth(shop.settings));
    await shop.#startSandbox();
    return shop;
  }

  get urls(): readonly string[] {
    return this.#servers.map(({ url }) => url);
  }

  get sandbox() {
    return { origin: `http://127.0.0.1:${this.sandboxPort}`, secret: this.secret };
  }

  /** Kills a process with SIGKILL and starts another one on its port. */
  async killServer(index: number): Promise<void> {
    const server = this.#servers[index % this.#servers.length];
    if (server === undefined) return;
    await server.stop("SIGKILL");
    const next = await startPlinth(this.settings, { port: server.port });
    this.#servers[index % this.#servers.length] = next;
  }

  async killSandbox(): Promise<void> {
    await this.#endSandbox("SIGKILL");
    await this.#startSandbox();
  }

  /** @returns what `plinth doctor` found when it found anything */
  async doctor(): Promise<readonly string[]> {
    const { code, out, err } = await runPlinth(["doctor"], this.settings);
    return code === 0 ? [] : [`plinth doctor ended with ${code}: ${(out + err).slice(0, 2_000)}`];
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop("SIGTERM")));
    await this.#endSandbox("SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
  }

  async #startSandbox(): Promise<void> {
    const webhooks = `${this.urls[0]}/webhooks/payments/sandbox`;
    const child = spawn(
      process.execPath,
      [
        resolve("bin/plinth.js"),
        "sandbox",
        `--port=${this.sandboxPort}`,
        `--ledger=${join(this.folder, "ledger.jsonl")}`,
        `--webhooks=${webhooks}`,
      ],
      {
        env: { ...process.env, PLINTH_PAYMENTS_SANDBOX_SECRET: this.secret },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    this.#sandbox = child;
    await Promise.race([once(child.stdout, "data"), once(child, "exit"), wait(20_000)]);
    if (child.exitCode !== null) throw new Error("The sandbox has not started.");
  }

  async #endSandbox(signal: NodeJS.Signals): Promise<void> {
    const child = this.#sandbox;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
