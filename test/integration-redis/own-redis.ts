import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { SharingConfig } from "../../src/infrastructure/shared/config/sharing-config.js";

/** A Redis of its own, which a test may kill, hang and flush. */
export interface OwnRedis {
  readonly config: SharingConfig;
  readonly hang: () => void;
  readonly goOn: () => void;
  readonly kill: () => Promise<void>;
  /** Starts it again, empty. */
  readonly start: () => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const PASSWORD = "a-password-of-the-test";

export const ownRedis = async (kind: "plain" | "tls" = "plain"): Promise<OwnRedis> => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-redis-"));
  const port = await freePort();
  const tls = kind === "tls" && certificate(folder);
  const config: SharingConfig = {
    host: "127.0.0.1",
    port,
    username: null,
    password: PASSWORD,
    database: 1,
    tls: tls && { ca: tls.ca },
  };
  const words = [
    ...(tls ? ["--port", "0", "--tls-port", String(port), ...tls.words] : ["--port", String(port)]),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
    "--requirepass",
    PASSWORD,
  ];
  const connected = (): Redis =>
    new Redis({
      host: "127.0.0.1",
      port,
      password: PASSWORD,
      ...(tls && { tls: { ca: tls.ca } }),
      retryStrategy: () => 50,
      maxRetriesPerRequest: null,
    }).on("error", () => undefined);
  let server = spawn("redis-server", words, { stdio: "ignore" });
  const asked = async (ask: (redis: Redis) => Promise<unknown>): Promise<void> => {
    const redis = connected();
    await ask(redis);
    redis.disconnect();
  };
  await asked((redis) => redis.ping());
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  };
  return {
    config,
    hang: () => void server.kill("SIGSTOP"),
    goOn: () => void server.kill("SIGCONT"),
    kill,
    start: async () => {
      server = spawn("redis-server", words, { stdio: "ignore" });
      await asked((redis) => redis.ping());
    },
    flush: () => asked((redis) => redis.flushall()),
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

/** A certificate for 127.0.0.1 that signs itself. */
const certificate = (folder: string): { readonly ca: string; readonly words: string[] } => {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=127.0.0.1",
      "-addext",
      "subjectAltName=IP:127.0.0.1",
      "-keyout",
      key,
      "-out",
      cert,
    ],
    { stdio: "ignore" },
  );
  return {
    ca: readFileSync(cert, "utf8"),
    words: [
      "--tls-cert-file",
      cert,
      "--tls-key-file",
      key,
      "--tls-ca-cert-file",
      cert,
      "--tls-auth-clients",
      "no",
    ],
  };
};
