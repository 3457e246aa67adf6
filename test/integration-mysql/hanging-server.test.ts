import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import type { Deadlines } from "../../src/infrastructure/shared/config/database-config.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "../integration/embedded-store.js";
import { newShop, onServer } from "./mysql-store.js";

/** Passes bytes between the store and the server until it is stopped. */
class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #isDead = false;

  async open(host: string, port: number): Promise<number> {
    this.#server = createServer((near) => {
      const far = connect(port, host);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on("data", (bytes: Buffer) => {
          if (!this.#isDead) other.write(bytes);
        });
        one.on("error", () => undefined);
        one.on("close", () => other.destroy());
      }
    });
    await new Promise<void>((listening) => this.#server?.listen(0, "127.0.0.1", listening));
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  /** As if the server had stopped: connections stay open, nothing is answered. */
  hang(): void {
    this.#isDead = true;
  }

  revive(): void {
    this.#isDead = false;
  }

  /** As if a router on the way had lost all connections. */
  break(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server?.close();
  }
}

let line: Line;
let store: Store;
let database: Awaited<ReturnType<typeof newShop>>;

const open = async (deadlines: Deadlines): Promise<void> => {
  database = await newShop();
  const url = new URL(database.url);
  line = new Line();
  url.port = String(await line.open(url.hostname, Number(url.port || 3306)));
  store = await openStore({ ...database, url: url.href, poolSize: 2, deadlines }, fixedClock());
};

const sleepers = () =>
  onServer(
    `SELECT id FROM information_schema.processlist WHERE db = '${database.name}' AND info LIKE 'SELECT SLEEP%'`,
  );

afterEach(async () => {
  line.close();
  await Promise.race([
    store.close().catch(() => undefined),
    new Promise((enough) => setTimeout(enough, 1_000)),
  ]);
  await database.drop();
});

test("a server that stops responding is an outage within the deadline, and the store recovers when it responds again", async () => {
  await open({ connectMs: 300, poolWaitMs: 300, statementMs: 200 });
  line.hang();
  const start = performance.now();
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 5 }, () => store.readSource.query("SELECT 1 AS one")),
    ...Array.from({ length: 5 }, () =>
      store.unitOfWork.run(({ settings }) => settings.get("colour")),
    ),
  ]);

  expect(
    outcomes.map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as Error).constructor : "answered",
    ),
  ).toEqual(Array(10).fill(StoreUnavailable));
  expect(performance.now() - start).toBeLessThan(5_000);

  line.revive();
  let answer: unknown;
  for (let tries = 0; tries < 50 && answer === undefined; tries++) {
    answer = await store.unitOfWork
      .run(({ settings }) => settings.get("colour"))
      .catch(() => undefined);
    if (answer === undefined) await new Promise((again) => setTimeout(again, 100));
  }
  expect(answer).toBeNull();
});

test("broken connections fail their own statements, and none that still wait for a connection", async () => {
  await open(DEADLINES);
  const running = Array.from({ length: 2 }, () =>
    store.readSource.query("SELECT SLEEP(4) AS slept"),
  );
  const settled = Promise.allSettled(running);
  await expect.poll(sleepers).toHaveLength(2);
  const waiting = Promise.allSettled([
    ...Array.from({ length: 6 }, () => store.readSource.query("SELECT 1 AS one")),
    store.unitOfWork.run(({ settings }) => settings.get("colour")),
  ]);
  line.break();

  expect(
    (await settled).map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as Error).constructor : "answered",
    ),
  ).toEqual([StoreUnavailable, StoreUnavailable]);
  expect(
    (await waiting).map((outcome) =>
      outcome.status === "rejected" ? String(outcome.reason) : "answered",
    ),
  ).toEqual(Array(7).fill("answered"));
});
