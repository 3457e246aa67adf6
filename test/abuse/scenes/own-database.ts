import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "mysql2/promise";
import { runPlinth } from "../../e2e/plinth-process.js";
import { ADMIN_KEY, productFile, PROGRAM } from "../shops.js";

interface PrivateServer {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** A database server of our own with a small shop, that can be stopped, and a slow line to it. */
export interface OwnDatabase {
  readonly settings: Readonly<Record<string, string>>;
  readonly hang: () => void;
  readonly resume: () => void;
  /** From now on each packet takes so many milliseconds each way. */
  readonly delay: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
}

export const ownDatabase = async (): Promise<OwnDatabase> => {
  const script = pathToFileURL(resolve("scripts/private-mariadb.mjs")).href;
  const { startPrivateServer } = (await import(script)) as {
    readonly startPrivateServer: () => Promise<PrivateServer>;
  };
  const server = await startPrivateServer();
  const folder = await mkdtemp(join(tmpdir(), "plinth-abuse-"));
  const connection = await createConnection(server.url);
  await connection.query("CREATE DATABASE plinth_abuse");
  await connection.end();
  const line = new Line();
  const url = new URL("/plinth_abuse", server.url);
  url.port = String(await line.open(Number(url.port)));
  const settings = {
    NODE_ENV: "production",
    PLINTH_MODE: "production",
    PLINTH_HOST: "127.0.0.1",
    PLINTH_PUBLIC_URL: "http://127.0.0.1",
    PLINTH_ADMIN_KEY: ADMIN_KEY,
    PLINTH_SECRET: randomBytes(32).toString("base64url"),
    PLINTH_DATA_DIR: join(folder, "data"),
    PLINTH_DATABASE_URL: url.href,
  };
  const file = join(folder, "products.csv");
  await writeFile(file, productFile(20, 2));
  const { code, out, err } = await runPlinth(["import", file], settings, { program: PROGRAM });
  if (code !== 0) throw new Error(`The products were not imported:\n${out}${err}`);
  const resume = () => void process.kill(server.pid, "SIGCONT");
  return {
    settings,
    hang: () => void process.kill(server.pid, "SIGSTOP"),
    resume,
    delay: (milliseconds) => line.delay(milliseconds),
    stop: async () => {
      resume();
      line.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Passes bytes on, each piece after the same delay. */
class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #delayMs = 0;

  async open(to: number): Promise<number> {
    this.#server = createServer((near) => {
      const far = connect(to, "127.0.0.1");
      this.#pass(near, far);
      this.#pass(far, near);
    });
    await new Promise<void>((listening) => this.#server?.listen(0, "127.0.0.1", listening));
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  delay(milliseconds: number): void {
    this.#delayMs = milliseconds;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server?.close();
  }

  #pass(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (bytes: Buffer) => {
      if (this.#delayMs === 0) to.write(bytes);
      else setTimeout(() => to.writable && to.write(bytes), this.#delayMs);
    });
    from.on("error", () => undefined);
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
