import { afterEach, expect, test } from "vitest";
import { RequestLife } from "../../src/application/shared/request-life.js";
import { OutcomeUnknown, StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/application/shared/limits.js";
import { STORAGES } from "../../src/infrastructure/storages.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import type { Deadlines } from "../../src/infrastructure/shared/config/database-config.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "../integration/embedded-store.js";
import { Line } from "./line.js";
import { newShop, onServer } from "./mysql-store.js";

let line: Line;
let store: Store;
let database: Awaited<ReturnType<typeof newShop>>;

const open = async (deadlines: Deadlines, limits: Partial<Limits> = {}): Promise<void> => {
  database = await newShop();
  const url = new URL(database.url);
  line = new Line();
  url.port = String(await line.open(url.hostname, Number(url.port || 3306)));
  store = await openStore(
    { ...database, url: url.href, poolSize: 2, deadlines },
    fixedClock(),
    STORAGES,
    { limits: { ...DEFAULT_LIMITS, ...limits } },
  );
};

/** For an idle machine; a busy one needs longer, and must not be taken for a hung database. */
const QUICK: Deadlines = { connectMs: 2_000, poolWaitMs: 500, statementMs: 1_000 };

const write = (value: string, life?: RequestLife) =>
  store.unitOfWork.run(({ settings }) => settings.set("colour", value), life);
const read = () => store.unitOfWork.run(({ settings }) => settings.get("colour"));

/** As soon as the database responds again. */
const recovered = async (): Promise<void> => {
  await expect
    .poll(
      () =>
        Promise.all([read(), read(), read()])
          .then(() => "fine")
          .catch(String),
      {
        timeout: 20_000,
      },
    )
    .toBe("fine");
};

const connections = async (): Promise<readonly number[]> =>
  (
    await onServer(
      `SELECT id FROM information_schema.processlist WHERE db = '${database.name}' ORDER BY id`,
    )
  ).map((row) => Number(row["id"] ?? row["ID"]));

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

test("a change whose commit was not answered may have been made: it is never reported as failed", async () => {
  await open(QUICK);
  await write("red");

  const outcome = store.unitOfWork.run(async ({ settings }) => {
    await settings.set("colour", "green");
    line.hang();
  });

  await expect(outcome).rejects.toThrow(OutcomeUnknown);
  line.revive();
  await recovered();
});

test("a change whose connection broke during the commit may have been made", async () => {
  await open(DEADLINES);

  const outcome = store.unitOfWork.run(async ({ settings }) => {
    await settings.set("colour", "green");
    line.hang();
    setTimeout(() => line.break(), 100);
  });

  await expect(outcome).rejects.toThrow(OutcomeUnknown);
});

test("a change that hangs half way is given up after the time of one statement, and leaves nothing", async () => {
  await open(QUICK);
  await write("red");
  const former = await connections();

  const start = performance.now();
  const outcome = store.unitOfWork.run(async ({ settings }) => {
    await settings.set("colour", "green");
    line.hang();
    await settings.set("colour", "blue");
  });

  await expect(outcome).rejects.toThrow(StoreUnavailable);
  expect(performance.now() - start).toBeLessThan(10 * QUICK.statementMs);
  line.revive();
  await recovered();
  expect(await read()).toBe("red");
  expect((await connections()).filter((id) => former.includes(id)).length).toBeLessThan(
    former.length,
  );
});

test("many statements that are each answered in time take no longer than their request", async () => {
  await open({ ...QUICK, statementMs: 5_000 });
  await write("red");
  const life = new RequestLife(performance.now() + 1_000);
  let statements = 0;

  const outcome = store.unitOfWork.run(async ({ settings }) => {
    await settings.set("colour", "green");
    for (; statements < 100_000; statements++) await settings.get("colour");
  }, life);

  await expect(outcome).rejects.toThrow(StoreUnavailable);
  expect(statements).toBeLessThan(100_000);
  await expect.poll(read).toBe("red");
});

test("a hundred reads that wait for a hung server all end in time, and later ones are answered", async () => {
  await open(QUICK);
  line.hang();
  const start = performance.now();

  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, () => store.readSource.query("SELECT 1 AS one")),
  );

  expect(
    new Set(
      outcomes.map((one) => (one.status === "rejected" ? one.reason.constructor : "answered")),
    ),
  ).toEqual(new Set([StoreUnavailable]));
  expect(performance.now() - start).toBeLessThan(10 * QUICK.statementMs);
  line.revive();
  await recovered();
});

test("readiness is refused in its own time while all connections hang, and given soon after", async () => {
  await open({ ...QUICK, poolWaitMs: 20_000, statementMs: 20_000 }, { readyMs: 500 });
  await store.ping();
  line.hang();
  const hanging = Promise.allSettled(Array.from({ length: 10 }, read));
  const start = performance.now();

  await expect(store.ping()).rejects.toThrow(StoreUnavailable);

  expect(performance.now() - start).toBeLessThan(10_000);
  line.revive();
  await expect
    .poll(() =>
      store
        .ping()
        .then(() => "ready")
        .catch(String),
    )
    .toBe("ready");
  store.giveUp();
  const given = await hanging;
  expect(given.every(({ status }) => status === "rejected")).toBe(true);
});

test("a store whose connections hang is closed all the same", async () => {
  await open({ ...QUICK, statementMs: 60_000 });
  line.hang();
  const reading = Promise.allSettled([store.readSource.query("SELECT 1 AS one")]);
  const start = performance.now();
  store.giveUp();
  await store.close();

  expect(performance.now() - start).toBeLessThan(10_000);
  expect((await reading)[0]?.status).toBe("rejected");
});
