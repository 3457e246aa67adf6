import { fork, spawn } from "node:child_process";
import type { OutgoingHttpHeaders } from "node:http";
import { resolve } from "node:path";
import { freePort, startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { ADDRESSES, type Attack, type Target } from "./attack.js";
import { clientFrom, send } from "./send.js";
import { observeProcess } from "./observe-process.js";
import { ADMIN_KEY, PROGRAM, type Shops } from "./shops.js";
import type { Answers } from "./tally.js";
import { watch, type Noticed } from "./watch.js";

const HEAP_MIB = 512;
const ATTACKER = resolve(".cache/abuse/test/abuse/attacker.js");
/** Behind a proxy twenty others ask once a second each. */
const OTHER_BUYERS = 20;
const LATE_MS = 60_000;
const CHEAP = "{ products(first: 5) { nodes { id title } } }";

/** What an attack did to a server and to everybody else. */
export interface Measurement {
  readonly answers: Answers;
  /** A client with another address that asks for a short list twenty times a second. */
  readonly others: Noticed;
  /** `/health/live`, ten times a second, each on a new connection. */
  readonly health: Noticed;
  /** The same on `PLINTH_HEALTH_PORT`. */
  readonly healthPort: Noticed;
  /** A bare HTTP server beside it: what the machine itself takes. */
  readonly machine: Noticed;
  /** How many times longer than on a machine of its own the server took, for want of a processor. */
  readonly slowedDown: number;
  /** Resident memory of the server and its children in MiB: before, at most, and some time later. */
  readonly memory: { readonly before: number; readonly peak: number; readonly later: number };
  /** Null when the server survived, otherwise what ended it. */
  readonly end: number | NodeJS.Signals | null;
  /** Milliseconds from the end of the attack to an answer; null without one. */
  readonly recovered: number | null;
  /** Warnings and errors in the log: messages with their number. */
  readonly log: Answers;
}

/** Runs one attack against a server process with a heap of 512 MiB. */
export const measure = async (
  attack: Attack,
  shops: Shops,
  {
    milliseconds,
    laterMs = 0,
    settings = {},
  }: {
    readonly milliseconds: number;
    /** How long after the attack the memory is measured once more. */
    readonly laterMs?: number;
    readonly settings?: Readonly<Record<string, string>>;
  },
): Promise<Measurement> => {
  const healthPort = await freePort();
  const server = await startPlinth(
    {
      PLINTH_HEALTH_PORT: String(healthPort),
      ...(await shops.copy(attack.shop ?? "products")),
      ...attack.settings,
      ...(attack.throughProxy && { PLINTH_TRUST_PROXY: Object.values(ADDRESSES).join(",") }),
      ...settings,
    },
    {
      program: PROGRAM,
      nodeArguments: [`--max-old-space-size=${HEAP_MIB}`],
      ...(attack.openFiles !== undefined && { openFiles: attack.openFiles }),
    },
  );
  try {
    const target = {
      port: server.port,
      adminKey: ADMIN_KEY,
      pictures: shops.pictures,
      milliseconds,
    };
    return await attacked(server, attack, target, { healthPort, laterMs });
  } finally {
    await server.stop("SIGKILL");
  }
};

const attacked = async (
  server: RunningPlinth,
  attack: Attack,
  target: Target,
  { healthPort, laterMs }: { readonly healthPort: number; readonly laterMs: number },
): Promise<Measurement> => {
  const { port } = server;
  await warmUp(port);
  const observed = observeProcess(server.pid);
  let buyers = 0;
  const headers = (): OutgoingHttpHeaders =>
    attack.throughProxy ? { "x-forwarded-for": `10.9.9.${buyers++ % OTHER_BUYERS}` } : {};
  const others = watch({
    port,
    headers,
    query: { query: CHEAP },
    client: clientFrom(ADDRESSES.other, 40, !attack.othersConnectAnew),
    everyMs: 50,
  });
  const [health, healthOfItsOwn] = [port, healthPort].map((probedPort) =>
    watch({
      port: probedPort,
      path: "/health/live",
      client: clientFrom(ADDRESSES.probe, 200, false),
      everyMs: 100,
    }),
  ) as [ReturnType<typeof watch>, ReturnType<typeof watch>];
  const bare = await bareServer();
  const machine = watch({
    port: bare.port,
    path: "/",
    client: clientFrom(ADDRESSES.probe, 200, false),
    everyMs: 100,
  });
  const answers = await attackFrom(attack.name, target, server.end);
  const [noticed, probed, probedOfItsOwn, itself] = await Promise.all([
    others(),
    health(),
    healthOfItsOwn(),
    machine(),
  ]);
  bare.stop();
  const recovered = server.end() === null ? await untilAnswered(port, headers()) : null;
  const { memory, slowedDown } = observed.end();
  await new Promise((later) => setTimeout(later, laterMs));
  return {
    answers,
    others: noticed,
    health: probed,
    healthPort: probedOfItsOwn,
    machine: itself,
    slowedDown,
    memory: { ...memory, later: observed.memory() },
    end: server.end(),
    recovered,
    log: seriousLines(server.output()),
  };
};

const warmUp = async (port: number): Promise<void> => {
  const client = clientFrom(ADDRESSES.other, 1);
  for (let n = 0; n < 30; n++) await send({ port, client, query: { query: CHEAP } });
  client.close();
};

const bareServer = async () => {
  const child = fork(resolve(".cache/abuse/test/abuse/bare-server.js"), { execArgv: [] });
  const port = await new Promise<number>((listening) =>
    child.once("message", (message) => listening(Number(message))),
  );
  return { port, stop: () => child.disconnect() };
};

const attackFrom = async (
  name: string,
  target: Target,
  isOver: RunningPlinth["end"],
): Promise<Answers> => {
  const child = spawn(process.execPath, [ATTACKER, JSON.stringify({ name, target })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => (said += piece));
  const end = performance.now() + target.milliseconds + LATE_MS;
  const watching = setInterval(() => {
    if (isOver() !== null || performance.now() > end) child.kill("SIGKILL");
  }, 100);
  await new Promise((done) => child.once("close", done));
  clearInterval(watching);
  if (said !== "") return JSON.parse(said) as Answers;
  return { [isOver() === null ? "attack without end" : "the server ended"]: 1 };
};

const untilAnswered = async (
  port: number,
  headers: OutgoingHttpHeaders,
): Promise<number | null> => {
  const start = performance.now();
  const client = clientFrom(ADDRESSES.other, 1, false);
  while (performance.now() - start < 30_000) {
    const { outcome } = await send({
      port,
      client,
      headers,
      query: { query: CHEAP },
      timeoutMs: 5_000,
    });
    if (outcome === "200") return Math.round(performance.now() - start);
    await new Promise((again) => setTimeout(again, 50));
  }
  return null;
};

const seriousLines = (output: string): Answers => {
  const counts: Record<string, number> = {};
  for (const line of output.split("\n")) {
    const parsed = line.startsWith("{") ? (JSON.parse(line) as Record<string, unknown>) : null;
    const level = String(parsed?.["level"]);
    const message =
      parsed === null
        ? (/FATAL ERROR.*/.exec(line)?.[0] ?? null)
        : String(parsed["msg"] ?? parsed["message"]);
    if (message === null || (parsed !== null && ["info", "30", "debug", "20"].includes(level)))
      continue;
    const limit = typeof parsed?.["limit"] === "string" ? ` (${parsed["limit"]})` : "";
    counts[message + limit] = (counts[message + limit] ?? 0) + 1;
  }
  return counts;
};
